package org.navette.procedures;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Persons;

/**
 * Whom a responsible person invites to read, as typed; nothing is trusted until {@link #problems()} is empty.
 *
 * @param identity without a phone, which the reader gives
 * @param email also the login
 */
public record Invitation(MemberIdentity identity, String email) {

    public Invitation {
        email = Persons.clean(email);
    }

    /** As received; what is missing is empty. */
    public static Invitation typed(
            @Nullable String civility, @Nullable String lastName, @Nullable String firstName, @Nullable String email) {
        return new Invitation(
                MemberIdentity.typed(civility, lastName, firstName, null), Objects.requireNonNullElse(email, ""));
    }

    /** What is wrong, by the field's name. */
    Map<String, String> problems() {
        Map<String, String> problems = identity.named();
        MemberIdentity.email(problems, email);
        return problems;
    }
}
