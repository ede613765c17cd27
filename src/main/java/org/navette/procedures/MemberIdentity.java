package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Persons;
import org.navette.directory.FrenchPhone;

/**
 * How a person of the espace is called and reached, as typed; nothing is trusted until {@link #problems()} is empty.
 *
 * @param civility {@code MRS} or {@code MR}
 * @param phone as typed; {@link #plainPhone()} is what is stored
 */
public record MemberIdentity(String civility, String lastName, String firstName, String phone) {

    private static final Set<String> CIVILITIES = Set.of("MRS", "MR");
    private static final String MISSING = "MISSING";
    private static final String INVALID = "INVALID";

    public MemberIdentity {
        lastName = Persons.clean(lastName);
        firstName = Persons.clean(firstName);
        phone = phone.strip();
    }

    /** As received; what is missing is empty. */
    public static MemberIdentity typed(
            @Nullable String civility, @Nullable String lastName, @Nullable String firstName, @Nullable String phone) {
        return new MemberIdentity(
                Objects.requireNonNullElse(civility, ""),
                Objects.requireNonNullElse(lastName, ""),
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNullElse(phone, ""));
    }

    /** The phone's ten digits. */
    public String plainPhone() {
        return FrenchPhone.plain(phone);
    }

    /** What is wrong, by the field's name. */
    Map<String, String> problems() {
        Map<String, String> problems = named();
        if (phone.isEmpty()) {
            problems.put("phone", MISSING);
        } else if (!FrenchPhone.isValid(plainPhone())) {
            problems.put("phone", INVALID);
        }
        return problems;
    }

    /** What is wrong with civility and names alone. */
    Map<String, String> named() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!CIVILITIES.contains(civility)) {
            problems.put("civility", MISSING);
        }
        name(problems, "lastName", lastName);
        name(problems, "firstName", firstName);
        return problems;
    }

    private static void name(Map<String, String> problems, String field, String name) {
        if (name.isEmpty()) {
            problems.put(field, MISSING);
        } else if (name.length() > Persons.LONGEST_NAME) {
            problems.put(field, "TOO_LONG");
        } else if (!Persons.isName(name)) {
            problems.put(field, INVALID);
        }
    }

    /** What is wrong with an e-mail address. */
    static void email(Map<String, String> problems, String email) {
        if (email.isEmpty()) {
            problems.put("email", MISSING);
        } else if (email.length() > Persons.LONGEST_EMAIL) {
            problems.put("email", "TOO_LONG");
        } else if (!Persons.isEmail(email)) {
            problems.put("email", INVALID);
        }
    }
}
