package org.navette.providers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount of a form's number field. */
final class TypedAmount {

    private TypedAmount() {}

    /** With two decimals; nothing when it is none, or has more of them. */
    static Optional<BigDecimal> of(@Nullable Object answer) {
        try {
            return answer == null
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(answer.toString()).setScale(2, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
