package org.navette.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.navette.requests.SearchText;

/**
 * A person without an account, as the data officer looks for them in requests.
 *
 * @param bornOn null when it is not known; what has another date of birth is then found too
 */
public record Sought(String lastName, String firstName, @Nullable LocalDate bornOn) {

    /** Whether these are the person's names, whatever their case and accents. */
    public boolean isCalled(@Nullable String last, @Nullable String first) {
        return last != null
                && first != null
                && SearchText.of(last).equals(SearchText.of(lastName))
                && SearchText.of(first).equals(SearchText.of(firstName));
    }

    /** Whether a text is the person's two names, in either order. */
    public boolean isCalled(@Nullable String name) {
        if (name == null) {
            return false;
        }
        String text = SearchText.of(name);
        return text.equals(SearchText.of(lastName, firstName)) || text.equals(SearchText.of(firstName, lastName));
    }

    /** Whether a date of birth, written by ISO 8601, is not another person's. */
    public boolean mayBeBorn(@Nullable String day) {
        return bornOn == null || day == null || day.isBlank() || day.equals(bornOn.toString());
    }
}
