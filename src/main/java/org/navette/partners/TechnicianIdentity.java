package org.navette.partners;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Persons;

/**
 * Who a technician is, as a manager types it; nothing is trusted until {@link #problems()} is empty.
 *
 * @param email also the login
 */
public record TechnicianIdentity(String lastName, String firstName, String email) {

    /** Longest last name and first name. */
    public static final int LONGEST_NAME = Persons.LONGEST_NAME;

    /** Longest e-mail address. */
    public static final int LONGEST_EMAIL = Persons.LONGEST_EMAIL;

    public TechnicianIdentity {
        lastName = Persons.clean(lastName);
        firstName = Persons.clean(firstName);
        email = Persons.clean(email);
    }

    /** As received; what is missing is empty. */
    public static TechnicianIdentity typed(
            @Nullable String lastName, @Nullable String firstName, @Nullable String email) {
        return new TechnicianIdentity(
                Objects.requireNonNullElse(lastName, ""),
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNullElse(email, ""));
    }

    /** What is wrong, one problem for each field at most. */
    Map<Field, Problem> problems() {
        Map<Field, Problem> problems = new EnumMap<>(Field.class);
        check(problems, Field.LAST_NAME, lastName, LONGEST_NAME, Persons::isName);
        check(problems, Field.FIRST_NAME, firstName, LONGEST_NAME, Persons::isName);
        check(problems, Field.EMAIL, email, LONGEST_EMAIL, Persons::isEmail);
        return problems;
    }

    private static void check(
            Map<Field, Problem> problems, Field field, String text, int longest, Predicate<String> possible) {
        if (text.isEmpty()) {
            problems.put(field, Problem.MISSING);
        } else if (text.length() > longest) {
            problems.put(field, Problem.TOO_LONG);
        } else if (!possible.test(text)) {
            problems.put(field, Problem.INVALID);
        }
    }

    /** What is typed, in the order of the page. */
    public enum Field {
        LAST_NAME("lastName"),
        FIRST_NAME("firstName"),
        EMAIL("email");

        private final String id;

        Field(String id) {
            this.id = id;
        }

        /** The field's name in the page. */
        public String id() {
            return id;
        }
    }

    /** What can be wrong with a field; the words are in the messages, {@code partners.technician.<field>.<problem>}. */
    public enum Problem {
        MISSING,
        TOO_LONG,
        INVALID,
        /** somebody else's login */
        TAKEN,
        /** the login of another technician of the structure */
        TAKEN_HERE,
        /** the same, whose account is deactivated */
        TAKEN_BY_DEACTIVATED
    }
}
