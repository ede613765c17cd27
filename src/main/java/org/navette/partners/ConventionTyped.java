package org.navette.partners;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedPeriod;

/**
 * A convention as a supervisor types it; nothing is trusted until it is checked.
 *
 * @param from first day
 * @param to last day
 * @param limit how many active technicians there may be
 * @param replaces true when it takes the place of the one that covers its first day
 */
public record ConventionTyped(String from, String to, String limit, boolean replaces) {

    /** Most technicians of a structure with an organism; beyond it a number is mistyped. */
    public static final int LARGEST_LIMIT = 500;

    public ConventionTyped {
        from = from.strip();
        to = to.strip();
        limit = limit.strip();
    }

    /** As received; what is missing is empty. */
    public static ConventionTyped typed(
            @Nullable String from, @Nullable String to, @Nullable String limit, @Nullable Boolean replaces) {
        return new ConventionTyped(
                Objects.requireNonNullElse(from, ""),
                Objects.requireNonNullElse(to, ""),
                Objects.requireNonNullElse(limit, ""),
                Boolean.TRUE.equals(replaces));
    }

    /** Its first and last day. */
    TypedPeriod period() {
        return new TypedPeriod(from, to);
    }

    /** The limit; nothing when it is no number from 0 to {@link #LARGEST_LIMIT}. */
    static OptionalInt limit(String typed) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,4}") || Integer.parseInt(digits) > LARGEST_LIMIT) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
