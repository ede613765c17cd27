package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("FUND-15 The amounts of a request")
class AmountsTest {

    private static final BigDecimal CEILING = new BigDecimal("1100.00");

    private static BigDecimal euros(String text) {
        return new BigDecimal(text);
    }

    @Test
    @DisplayName("FUND-15 the guide's example: 1 074,99 € excluding tax give an advance of 322,50 €")
    void guide() {
        Amounts amounts = Amounts.advance(euros("1074.99"), CEILING, VatRegime.HT, BigDecimal.ZERO);
        assertThat(amounts.retainedExclTax()).isEqualTo(euros("1074.99"));
        assertThat(amounts.retained()).isEqualTo(euros("1074.99"));
        assertThat(amounts.amount()).isEqualTo(euros("322.50"));
    }

    @Test
    @DisplayName("FUND-15 what is above the ceiling is not retained; tax is added where the regime has it")
    void ceilingAndTax() {
        Amounts amounts = Amounts.advance(euros("2000.00"), CEILING, VatRegime.TTC, euros("20"));
        assertThat(amounts.retainedExclTax()).isEqualTo(euros("1100.00"));
        assertThat(amounts.retained()).isEqualTo(euros("1320.00"));
        assertThat(amounts.amount()).isEqualTo(euros("396.00"));
    }

    @Test
    @DisplayName("FUND-15 a balance pays the rest; what the advance paid too much is to be recovered")
    void balance() {
        Amounts rest = Amounts.balance(euros("1000.00"), CEILING, VatRegime.HT, BigDecimal.ZERO, euros("322.50"));
        assertThat(rest.amount()).isEqualTo(euros("677.50"));
        assertThat(rest.recovery()).isEqualTo(euros("0.00"));
        Amounts nothing = Amounts.balance(euros("300.00"), CEILING, VatRegime.HT, BigDecimal.ZERO, euros("322.50"));
        assertThat(nothing.amount()).isEqualTo(euros("0.00"));
        assertThat(nothing.recovery()).isEqualTo(euros("22.50"));
    }

    @Test
    @DisplayName(
            "FUND-15 whatever is declared: advance and balance together are what is retained, or the advance alone")
    void generated() {
        Random random = new Random(20260915);
        List<BigDecimal> rates = List.of(BigDecimal.ZERO, euros("2.1"), euros("5.5"), euros("8.5"), euros("20"));
        for (int i = 0; i < 20_000; i++) {
            BigDecimal ceiling = cents(random);
            VatRegime regime = random.nextBoolean() ? VatRegime.HT : VatRegime.TTC;
            BigDecimal rate = rates.get(random.nextInt(rates.size()));
            Amounts advance = Amounts.advance(cents(random), ceiling, regime, rate);
            Amounts balance = Amounts.balance(cents(random), ceiling, regime, rate, advance.amount());
            assertThat(advance.amount()).isLessThanOrEqualTo(advance.retained());
            assertThat(advance.amount().add(balance.amount()).subtract(balance.recovery()))
                    .isEqualByComparingTo(balance.retained());
            assertThat(balance.amount().signum() == 0 || balance.recovery().signum() == 0)
                    .isTrue();
            assertThat(List.of(advance.amount(), balance.amount(), balance.recovery(), balance.retained()))
                    .allSatisfy(amount -> assertThat(amount.scale()).isEqualTo(2));
        }
    }

    private static BigDecimal cents(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000_000), 2);
    }
}
