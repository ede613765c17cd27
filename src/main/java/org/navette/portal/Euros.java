package org.navette.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as French people read them: {@code 1 074,99 €}. */
public final class Euros {

    private Euros() {}

    /** With two decimals, half up, and unbreakable blanks. */
    public static String of(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator('\u202f');
        var format = new DecimalFormat("#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + "\u00a0€";
    }
}
