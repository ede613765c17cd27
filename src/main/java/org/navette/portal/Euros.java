package org.navette.portal;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts as French people read and type them: {@code 1 074,99 €}. */
public final class Euros {

    private static final WrittenAmount WRITTEN = new WrittenAmount("€");

    private Euros() {}

    /**
     * The amount behind what people type: {@code 1 074,99}, {@code 1074,99 €}, also with a point as on a keypad; blanks of
     * any kind part the thousands. Nothing when it is none.
     */
    public static Optional<BigDecimal> typed(String text) {
        return WRITTEN.read(text);
    }

    /** With two decimals, half up, and unbreakable blanks. */
    public static String of(BigDecimal amount) {
        return WRITTEN.write(amount);
    }
}
