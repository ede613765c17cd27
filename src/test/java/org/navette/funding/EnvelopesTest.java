package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Couloir;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Organisms;
import org.navette.directory.Supervisor;
import org.navette.portal.TypedMoney;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("The envelopes of the couloirs")
class EnvelopesTest {

    private static final Couloir COULOIR = Couloir.SAS;

    @Autowired
    Envelopes envelopes;

    @Autowired
    MoneyWorld money;

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    Organisms organisms;

    @Autowired
    PlatformTransactionManager transactions;

    private Supervisor supervisor;

    @BeforeEach
    void fresh() {
        money.fresh(COULOIR, "1000.00");
        supervisor = new Supervisor(
                agency.supervisor(), "Awa Diallo", organisms.findById("asp").orElseThrow());
    }

    private boolean commit(String amount) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions)
                .execute(status -> envelopes.commit(COULOIR, money.year(), new BigDecimal(amount))));
    }

    @Test
    @DisplayName("FUND-16 eight deciders at once never overspend, and leave nothing that would have fitted")
    void atOnce() {
        List<Callable<Boolean>> deciders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            deciders.add(() -> commit("300.00"));
        }
        assertThat(AtOnce.call(deciders).stream()
                        .filter(outcome -> Boolean.TRUE.equals(outcome.value()))
                        .count())
                .isEqualTo(3);
        assertThat(money.remaining(COULOIR)).isEqualByComparingTo("100.00");
        assertThat(commit("100.01")).isFalse();
        assertThat(commit("100.00")).isTrue();
        assertThat(money.remaining(COULOIR)).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName(
            "FUND-16 two batches of one couloir that are decided at once take their turns; the money is counted once")
    void batchesAtOnce() {
        var enrolled = world.enrolled(COULOIR);
        List<String> first = money.validated(enrolled, COULOIR, 3);
        BigDecimal amount = money.own(first.get(0), "amount", BigDecimal.class);
        money.remain(COULOIR, amount.multiply(BigDecimal.valueOf(4)));
        String one = money.batch(COULOIR);
        money.closed(COULOIR);
        List<String> second = money.validated(world.enrolled(COULOIR), COULOIR, 3);
        String two = money.batch(COULOIR);
        agency.decide(agency.supervisor(), one, Map.of("choice", "FITTING"));
        agency.decide(agency.supervisor(), two, Map.of("choice", "FITTING"));
        List<AtOnce.Outcome<Void>> outcomes = AtOnce.run(() -> money.run(one), () -> money.run(two));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(all.stream().filter(number -> traces.status(number).equals("Décidée")))
                .hasSize(4);
        assertThat(money.remaining(COULOIR)).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("FUND-16 whatever is committed and given back, the sum is that of what is decided (seeded)")
    void sums() {
        Random random = new Random(16);
        BigDecimal room = new BigDecimal("1000.00");
        for (int i = 0; i < 200; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(15_000), 2);
            boolean fits = amount.compareTo(room) <= 0;
            assertThat(commit(amount.toPlainString()))
                    .as("%s of %s", amount, room)
                    .isEqualTo(fits);
            room = fits ? room.subtract(amount) : room;
            assertThat(money.remaining(COULOIR)).isEqualByComparingTo(room);
        }
    }

    @Test
    @DisplayName("FUND-16 money that is given back can be decided with again, in the year that it was taken from")
    void givenBack() {
        money.remain(COULOIR, new BigDecimal("100000"));
        String number = money.decided(world.enrolled(COULOIR), COULOIR);
        BigDecimal left = money.remaining(COULOIR);
        new TransactionTemplate(transactions).executeWithoutResult(status -> envelopes.giveBack(traces.id(number)));
        assertThat(money.remaining(COULOIR))
                .isEqualByComparingTo(left.add(money.own(number, "amount", BigDecimal.class)));
        String other = money.validated(world.enrolled(COULOIR), COULOIR);
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> envelopes.giveBack(traces.id(other))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName(
            "FUND-16 an amount below what is committed, or typed over a colleague's, is refused; a change is noted")
    void amounts() {
        BigDecimal seen = envelopes.of(COULOIR, money.year()).amount();
        assertThat(commit("400.00")).isTrue();
        BigDecimal committed = envelopes.of(COULOIR, money.year()).committed();
        BigDecimal below = committed.subtract(new BigDecimal("0.01"));
        assertThatThrownBy(() -> envelopes.set(supervisor, COULOIR, money.year(), seen, below))
                .isInstanceOf(InvalidEntry.class);
        envelopes.set(supervisor, COULOIR, money.year(), seen, committed);
        assertThat(envelopes.of(COULOIR, money.year()).remaining()).isEqualByComparingTo("0");
        assertThat(envelopes.changes(supervisor).get(0).text())
                .startsWith("Enveloppe SAS " + money.year() + "\u00a0: ");
        assertThatThrownBy(() -> envelopes.set(supervisor, COULOIR, money.year(), seen, seen.add(BigDecimal.TEN)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    @DisplayName("FUND-16 amounts are read as people type them")
    void typed() {
        assertThat(TypedMoney.of("1 250\u00a0000,5 €")).contains(new BigDecimal("1250000.50"));
        assertThat(TypedMoney.of("12")).contains(new BigDecimal("12.00"));
        for (String wrong : List.of("", "-1", "1,234", "abc", "1e5", "1234567890123", "٣")) {
            assertThat(TypedMoney.of(wrong)).as(wrong).isEmpty();
        }
    }
}
