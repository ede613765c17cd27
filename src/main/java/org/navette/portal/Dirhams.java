package org.navette.portal;

import java.math.BigDecimal;

/** Amounts in Moroccan dirhams, as people who write French read them: {@code 1 074,99 DH}. */
public final class Dirhams {

    private Dirhams() {}

    /** With two decimals, half up, and unbreakable blanks. */
    public static String of(BigDecimal amount) {
        return Euros.of(amount).replace("€", "DH");
    }
}
