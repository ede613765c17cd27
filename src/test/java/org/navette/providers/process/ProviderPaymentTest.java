package org.navette.providers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.engine.TaskRefused;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("The diagram provider-payment")
class ProviderPaymentTest {

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    CnssAgency agency;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private CareEstablishment clinic;
    private CareEstablishment hospital;
    private String insured;

    @BeforeEach
    void people() {
        clinic = world.known(Sector.PRIVATE);
        hospital = world.known(Sector.PUBLIC);
        insured = desk.insured();
        // what other tests have left
        try {
            desk.run();
        } catch (TaskRefused e) {
            // nothing was left
        }
    }

    private String approved(CareEstablishment establishment, String billed, String approved) {
        String number = desk.file(establishment, insured, "", billed);
        desk.approve(number, approved);
        return number;
    }

    @Test
    @DisplayName(
            "PROV-15 PROV-18 a run gives each establishment one transfer, and pays its files when the bank has done it")
    void run() {
        String one = approved(clinic, "100", "90.10");
        String two = approved(clinic, "50", "50");
        String three = approved(hospital, "70", "70");
        String waiting = desk.file(clinic, insured, "", "10");
        String run = desk.run();
        assertThat(desk.transferred(run, clinic)).isEqualByComparingTo("140.10");
        assertThat(desk.transferred(run, hospital)).isEqualByComparingTo("70");
        assertThat(desk.paidOn(one)).isNull();
        assertThat(agency.task(run).getName()).isEqualTo("Exécuter le virement");
        assertThatThrownBy(() -> agency.claim(agency.agent(), run))
                .as("an agent is no accountant")
                .isInstanceOf(RuntimeException.class);
        agency.decide(
                agency.accountant(), run, Map.of("executedOn", desk.today().toString()));
        desk.settle(run);
        assertThat(desk.status(run)).isEqualTo("Exécuté");
        for (String number : List.of(one, two, three)) {
            assertThat(desk.situation(number)).isEqualTo("paid Payé");
            assertThat(desk.paidOn(number)).isEqualTo(desk.today());
            assertThat(desk.instances(number)).isZero();
        }
        assertThat(desk.situation(waiting)).startsWith("processing");
    }

    @Test
    @DisplayName("PROV-18 without an approved file there is no run; a day to come or before the run is refused")
    void refused() {
        assertThatThrownBy(desk::run).isInstanceOf(TaskRefused.class).hasMessageContaining("Aucun dossier");
        approved(clinic, "10", "10");
        String run = desk.run();
        String accountant = agency.accountant();
        assertThatThrownBy(() -> agency.decide(
                        accountant,
                        run,
                        Map.of("executedOn", desk.today().plusDays(1).toString())))
                .hasStackTraceContaining("est à venir");
        assertThatThrownBy(() -> agency.decide(
                        accountant,
                        run,
                        Map.of("executedOn", desk.today().minusDays(1).toString())))
                .hasStackTraceContaining("précède");
    }

    @RepeatedTest(3)
    @DisplayName("PROV-15 whatever the amounts, a transfer is exactly the sum of its files")
    void sum() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        BigDecimal expected = BigDecimal.ZERO;
        int files = 1 + random.nextInt(12);
        for (int i = 0; i < files; i++) {
            BigDecimal billed = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 2);
            BigDecimal approved =
                    BigDecimal.valueOf(1 + random.nextInt(billed.unscaledValue().intValueExact()), 2);
            approved(clinic, billed.toPlainString(), approved.toPlainString());
            expected = expected.add(approved);
        }
        assertThat(desk.transferred(desk.run(), clinic)).as("seed %d", seed).isEqualByComparingTo(expected);
    }

    @RepeatedTest(3)
    @DisplayName("PROV-15 of two runs at once, each file is in one; together they pay each once")
    void parallel() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            numbers.add(approved(i % 2 == 0 ? clinic : hospital, "100", "99." + (10 + i)));
        }
        List<String> runs = new ArrayList<>();
        var outcomes = AtOnce.run(() -> add(runs), () -> add(runs));
        assertThat(outcomes)
                .allMatch(outcome -> outcome.won() || outcome.failure(TaskRefused.class) != null)
                .anyMatch(AtOnce.Outcome::won);
        BigDecimal paid = runs.stream()
                .flatMap(run -> Stream.of(desk.transferred(run, clinic), desk.transferred(run, hospital)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isEqualByComparingTo("793.08");
        for (String run : runs) {
            agency.decide(
                    agency.accountant(), run, Map.of("executedOn", desk.today().toString()));
            desk.settle(run);
        }
        assertThat(numbers).allMatch(number -> desk.situation(number).equals("paid Payé"));
    }

    private void add(List<String> runs) {
        String run = desk.run();
        synchronized (runs) {
            runs.add(run);
        }
    }

    @Test
    @DisplayName("PROV-15 the database refuses another sum, a file in a second transfer, and another amount under it")
    void guarded() {
        String number = approved(clinic, "100", "90");
        String run = desk.run();
        assertThatThrownBy(() -> execute("update provider_transfer set amount = amount + 0.01 where run_id = ?", run))
                .hasStackTraceContaining("not the sum of its files");
        assertThatThrownBy(() -> execute(
                        "update reimbursement set transfer_id = null where transfer_id in (select id from provider_transfer"
                                + " where run_id = ?)",
                        run))
                .hasStackTraceContaining(number + " is in a transfer already");
        assertThatThrownBy(() -> execute(
                        "update reimbursement set approved = 1 where transfer_id in (select id from provider_transfer"
                                + " where run_id = ?)",
                        run))
                .hasStackTraceContaining("in a transfer already");
    }

    private void execute(String sql, String run) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(desk.id(run)).update());
    }
}
