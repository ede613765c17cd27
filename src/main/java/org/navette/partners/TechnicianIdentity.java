package org.navette.partners;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a technician is, as a manager types it; nothing is trusted until {@link #problems()} is empty.
 *
 * @param email also the login
 */
public record TechnicianIdentity(String lastName, String firstName, String email) {

    /** Longest last name and first name. */
    public static final int LONGEST_NAME = 50;

    /** Longest e-mail address. */
    public static final int LONGEST_EMAIL = 254;

    /** as in the forms of requests: letters of Latin scripts, apostrophe, hyphen, space; a letter at least */
    private static final Pattern NAME = Pattern.compile("['’ -]*[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]['’ A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ-]*");

    private static final Pattern EMAIL = Pattern.compile("(?=.{1,64}@)"
            + "[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    public TechnicianIdentity {
        lastName = clean(lastName);
        firstName = clean(firstName);
        email = clean(email);
    }

    /** As received; what is missing is empty. */
    public static TechnicianIdentity typed(
            @Nullable String lastName, @Nullable String firstName, @Nullable String email) {
        return new TechnicianIdentity(
                Objects.requireNonNullElse(lastName, ""),
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNullElse(email, ""));
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** What is wrong, one problem for each field at most. */
    Map<Field, Problem> problems() {
        Map<Field, Problem> problems = new EnumMap<>(Field.class);
        check(problems, Field.LAST_NAME, lastName, LONGEST_NAME, NAME);
        check(problems, Field.FIRST_NAME, firstName, LONGEST_NAME, NAME);
        check(problems, Field.EMAIL, email, LONGEST_EMAIL, EMAIL);
        return problems;
    }

    private static void check(Map<Field, Problem> problems, Field field, String text, int longest, Pattern pattern) {
        if (text.isEmpty()) {
            problems.put(field, Problem.MISSING);
        } else if (text.length() > longest) {
            problems.put(field, Problem.TOO_LONG);
        } else if (!pattern.matcher(text).matches()) {
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
