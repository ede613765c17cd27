package org.navette.portal;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts as Moroccan care establishments read and type them: {@code 1 234,50 DH}. */
public final class Dirhams {

    private static final WrittenAmount WRITTEN = new WrittenAmount("DH");

    private Dirhams() {}

    /** The amount behind what people type, with or without {@code DH}, see {@link Euros#typed}. */
    public static Optional<BigDecimal> typed(String text) {
        return WRITTEN.read(text);
    }

    /** With two decimals, half up, and unbreakable blanks. */
    public static String of(BigDecimal amount) {
        return WRITTEN.write(amount);
    }
}
