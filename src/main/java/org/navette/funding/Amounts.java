package org.navette.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an agent's instruction retains of a declared amount (FUND-15). Euros with two decimals, half up.
 *
 * @param retainedExclTax the declared amount, within the ceiling
 * @param retained the same by the regime of VAT
 * @param amount what is decided for payment: a part of it for an advance, the rest for a balance
 * @param recovery what the advance has paid too much; 0 when it has not
 */
public record Amounts(BigDecimal retainedExclTax, BigDecimal retained, BigDecimal amount, BigDecimal recovery) {

    /** The part of what is retained that an advance pays. */
    static final BigDecimal ADVANCE = new BigDecimal("0.30");

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * An advance's amounts.
     *
     * @param ceiling excluding tax
     * @param rate of VAT, in per cent
     */
    static Amounts advance(BigDecimal declared, BigDecimal ceiling, VatRegime regime, BigDecimal rate) {
        BigDecimal exclTax = declared.min(ceiling);
        BigDecimal retained = withTax(exclTax, regime, rate);
        return new Amounts(exclTax, retained, euros(retained.multiply(ADVANCE)), NOTHING);
    }

    /**
     * A balance's amounts; nothing is left to pay when the advance was larger.
     *
     * @param advance what was decided for the advance, whether it is paid or not
     */
    static Amounts balance(
            BigDecimal declared, BigDecimal ceiling, VatRegime regime, BigDecimal rate, BigDecimal advance) {
        BigDecimal exclTax = declared.min(ceiling);
        BigDecimal retained = withTax(exclTax, regime, rate);
        BigDecimal rest = retained.subtract(advance);
        return new Amounts(exclTax, retained, rest.max(NOTHING), rest.negate().max(NOTHING));
    }

    private static BigDecimal withTax(BigDecimal exclTax, VatRegime regime, BigDecimal rate) {
        return regime == VatRegime.HT
                ? euros(exclTax)
                : euros(exclTax.multiply(HUNDRED.add(rate)).divide(HUNDRED));
    }

    private static BigDecimal euros(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
