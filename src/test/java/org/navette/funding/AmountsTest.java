package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The amounts of advances and balances")
class AmountsTest {

    @Test
    @DisplayName("FUND-15 the advance is 30 % of what is retained, half up: 1074.99 gives 322.50")
    void guide() {
        Amounts advance = Amounts.advance(
                new BigDecimal("1074.99"), new BigDecimal("5000.00"), VatRegime.HT, new BigDecimal("20.00"));
        assertThat(advance.amount()).isEqualTo(new BigDecimal("322.50"));
    }

    @Test
    @DisplayName(
            "FUND-15 advance and balance never come to more than what is retained, but for what is to be recovered")
    void sums() {
        Random random = new Random(15);
        for (int i = 0; i < 5000; i++) {
            BigDecimal ceiling = euros(random, 900_000);
            VatRegime regime = random.nextBoolean() ? VatRegime.HT : VatRegime.TTC;
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(2100), 2);
            Amounts advance = Amounts.advance(euros(random, 1_000_000), ceiling, regime, rate);
            Amounts balance = Amounts.balance(euros(random, 1_000_000), ceiling, regime, rate, advance.amount());
            BigDecimal paid = advance.amount().add(balance.amount());
            assertThat(advance.amount()).isLessThanOrEqualTo(advance.retained());
            assertThat(advance.retainedExclTax()).isLessThanOrEqualTo(ceiling);
            assertThat(paid.subtract(balance.recovery())).isEqualByComparingTo(balance.retained());
            assertThat(balance.amount().signum() == 0 || balance.recovery().signum() == 0)
                    .isTrue();
            if (balance.recovery().signum() == 0) {
                assertThat(paid).isLessThanOrEqualTo(balance.retained());
            }
        }
    }

    private static BigDecimal euros(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most), 2);
    }
}
