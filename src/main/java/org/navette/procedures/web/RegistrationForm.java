package org.navette.procedures.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.procedures.MemberIdentity;
import org.navette.procedures.Registrant;

/** A registration as the page sends it; every part can be missing or wrong. */
record RegistrationForm(
        @Nullable String email,
        @Nullable String civility,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String phone,
        @Nullable String siret,
        @Nullable String declares,
        @Nullable String password,
        @Nullable String confirmation) {

    static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null, null, null, null, null);

    Registrant registrant() {
        return new Registrant(
                Objects.requireNonNullElse(email, ""),
                MemberIdentity.typed(civility, lastName, firstName, phone),
                Objects.requireNonNullElse(siret, ""),
                isDeclared());
    }

    /** True when the declaration is ticked. */
    boolean isDeclared() {
        return "true".equals(declares);
    }

    /** Empty when it is missing. */
    String typedPassword() {
        return Objects.requireNonNullElse(password, "");
    }

    boolean isConfirmed() {
        return typedPassword().equals(Objects.requireNonNullElse(confirmation, ""));
    }

    /** Without the passwords: a record's own text would put them into logs. */
    @Override
    public String toString() {
        return "RegistrationForm[" + email + "]";
    }
}
