package org.navette.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as French people read and type them: {@code 1 074,99 €}. */
public final class Euros {

    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,3}(?:\\h\\d{3})+|\\d{1,12})(?:[,.](\\d{1,6}))?(?:\\h?€)?");

    private Euros() {}

    /**
     * The amount behind what people type: {@code 1 074,99}, {@code 1074,99 €}, also with a point as on a keypad; blanks of
     * any kind part the thousands. Nothing when it is none.
     */
    public static Optional<BigDecimal> typed(String text) {
        Matcher typed = TYPED.matcher(text.strip());
        if (!typed.matches()) {
            return Optional.empty();
        }
        String decimals = typed.group(2) == null ? "" : "." + typed.group(2);
        return Optional.of(new BigDecimal(typed.group(1).replaceAll("\\h", "") + decimals));
    }

    /** With two decimals, half up, and unbreakable blanks. */
    public static String of(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator('\u202f');
        var format = new DecimalFormat("#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + "\u00a0€";
    }
}
