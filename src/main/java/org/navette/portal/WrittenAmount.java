package org.navette.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of one currency as French is written: {@code 1 074,99} and the currency's sign. */
final class WrittenAmount {

    private final String sign;
    private final Pattern typed;

    /** @param sign stands behind the amount, where people may leave it out */
    WrittenAmount(String sign) {
        this.sign = sign;
        typed = Pattern.compile(
                "(\\d{1,3}(?:\\h\\d{3})+|\\d{1,12})(?:[,.](\\d{1,6}))?(?:\\h?" + Pattern.quote(sign) + ")?",
                Pattern.CASE_INSENSITIVE);
    }

    /** The amount behind what people type; nothing when it is none. */
    Optional<BigDecimal> read(String text) {
        Matcher amount = typed.matcher(text.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        String decimals = amount.group(2) == null ? "" : "." + amount.group(2);
        return Optional.of(new BigDecimal(amount.group(1).replaceAll("\\h", "") + decimals));
    }

    /** With two decimals, half up, and unbreakable blanks. */
    String write(BigDecimal amount) {
        var format = new DecimalFormat("#,##0.00", symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + "\u00a0" + sign;
    }

    /** What French numbers are written with; thousands are parted by an unbreakable blank. */
    static DecimalFormatSymbols symbols() {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator('\u202f');
        return symbols;
    }
}
