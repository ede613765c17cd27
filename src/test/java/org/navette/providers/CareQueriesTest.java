package org.navette.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the planner of a database with many establishments makes of each list. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The lists of an establishment among many")
class CareQueriesTest {

    private static final int ESTABLISHMENTS = 20;
    private static final int EACH = 1_000;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final Period PERIOD = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));

    @Autowired
    ProviderWorld world;

    @Autowired
    ManyFiles many;

    @Autowired
    JdbcClient jdbc;

    private CareEstablishment clinic;

    @BeforeAll
    void many() {
        for (int i = 0; i < ESTABLISHMENTS; i++) {
            clinic = world.known(Sector.PUBLIC);
            many.agreements(clinic, EACH);
            many.files(clinic, EACH);
            many.payTenth(clinic);
        }
        jdbc.sql("analyze prior_agreement, reimbursement, provider_transfer, request")
                .update();
    }

    /** A list: what is asked, and the tables' columns that it is sorted by. */
    private record Asked(String name, CareQuery query, CareColumn.Sort<?> sort, String index) {

        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Asked> lists() {
        var id = clinic.id();
        var received = CareColumn.latest(PriorAgreementSearch.COLUMNS, PriorAgreementSearch.RECEIVED);
        var deposited = CareColumn.latest(ReimbursementSearch.COLUMNS, ReimbursementSearch.DEPOSITED);
        var paid = CareColumn.latest(PaymentSearch.COLUMNS, PaymentSearch.PAID);
        var issued = CareColumn.latest(TransferSearch.COLUMNS, TransferSearch.ISSUED);
        Period since = new Period(SINCE, null);
        return Stream.of(
                new Asked("requests", agreements("", "", since, ""), received, "prior_agreement_received"),
                new Asked("requests of a period", agreements("", "", PERIOD, ""), received, "prior_agreement_received"),
                new Asked(
                        "requests of a situation",
                        agreements("", "", since, "granted"),
                        received,
                        "prior_agreement_situation"),
                new Asked(
                        "requests of a person",
                        agreements("100000001", "", since, ""),
                        received,
                        "prior_agreement_insured"),
                new Asked(
                        "a request",
                        agreements("", "PEC-2026-000001", since, ""),
                        received,
                        "prior_agreement_number_key"),
                new Asked("files", files("", "", "", PERIOD, ""), deposited, "reimbursement_deposited"),
                new Asked(
                        "files of a person",
                        files("100000001", "", "", PERIOD, ""),
                        deposited,
                        "reimbursement_insured"),
                new Asked(
                        "files of an agreement",
                        files("", "PEC-2026-000001", "", PERIOD, ""),
                        deposited,
                        "reimbursement_agreement"),
                new Asked(
                        "a file", files("", "", "DR-2026-0000001", PERIOD, ""), deposited, "reimbursement_number_key"),
                new Asked(
                        "files of a situation",
                        files("", "", "", PERIOD, "returned"),
                        deposited,
                        "reimbursement_situation"),
                new Asked("payments", payments(PERIOD, Period.ALWAYS), paid, "reimbursement_paid"),
                new Asked("payments of a period", payments(Period.ALWAYS, PERIOD), paid, "reimbursement_paid"),
                new Asked(
                        "files of an issue",
                        PaymentSearch.query(
                                id,
                                PaymentSearch.Criteria.of(
                                        new TransferSearch.Row(transfer(), BigDecimal.ONE, SINCE, 1))),
                        paid,
                        "reimbursement_transfer"),
                new Asked(
                        "issues",
                        TransferSearch.query(id, new TransferSearch.Criteria(null, PERIOD)),
                        issued,
                        "provider_transfer_issued"));
    }

    private CareQuery agreements(String cnss, String number, Period period, String situation) {
        return PriorAgreementSearch.query(
                clinic.id(), new PriorAgreementSearch.Criteria(cnss, number, period, situation));
    }

    private CareQuery files(String cnss, String agreement, String number, Period period, String situation) {
        return ReimbursementSearch.query(
                clinic.id(), new ReimbursementSearch.Criteria(cnss, agreement, number, period, situation));
    }

    private CareQuery payments(Period deposited, Period paid) {
        return PaymentSearch.query(clinic.id(), new PaymentSearch.Criteria("", "", "", deposited, paid, null));
    }

    private long transfer() {
        return jdbc.sql("select id from provider_transfer where establishment_id = ? limit 1")
                .param(clinic.id())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    @DisplayName("PROV-09 PROV-12 PROV-14 PROV-15 are read and counted along an index")
    void indexed(Asked asked) {
        for (String sql : List.of(
                CareRows.paging(asked.query(), "*", asked.sort(), 1), CareRows.counting(asked.query(), asked.sort()))) {
            List<String> plan = plan(sql, asked.query());
            assertThat(plan).as(sql).noneMatch(line -> line.contains("Seq Scan"));
            assertThat(plan).as(sql).anyMatch(line -> line.contains(asked.index() + " "));
        }
    }

    @Test
    @DisplayName("PROV-09 PROV-12 PROV-14 the days that lists are sorted by need no sorting, however deep the page")
    void sorted() {
        lists().filter(asked ->
                        List.of("requests", "files", "requests of a situation").contains(asked.name()))
                .forEach(asked -> {
                    assertThat(plan(CareRows.paging(asked.query(), "*", asked.sort(), 2), asked.query()))
                            .as(asked.name())
                            .noneMatch(line -> line.contains("Sort"));
                    var up = new CareColumn.Sort<>(asked.sort().by(), false);
                    assertThat(plan(CareRows.paging(asked.query(), "*", up, 2), asked.query()))
                            .as(asked.name())
                            .noneMatch(line -> line.contains("Sort"));
                });
    }

    @Test
    @DisplayName("PROV-10 PROV-16 PROV-08 the figures and the pace of consultations are read along an index too")
    void figures() {
        CareQuery agreements = Recaps.agreements(clinic.id(), PERIOD);
        assertThat(plan(Recaps.counting(agreements, "requested", "granted"), agreements))
                .noneMatch(line -> line.contains("Seq Scan"));
        CareQuery files = Recaps.files(clinic.id(), PERIOD);
        assertThat(plan(Recaps.counting(files, "billed"), files)).noneMatch(line -> line.contains("Seq Scan"));
        CareQuery waiting = Recaps.agreements(clinic.id(), Period.ALWAYS).is("situation", "received");
        assertThat(plan("select count(*)" + waiting.sql(), waiting))
                .anyMatch(line -> line.contains("prior_agreement_situation "));
    }

    private List<String> plan(String sql, CareQuery query) {
        return jdbc.sql("explain " + sql)
                .params(query.values())
                .query(String.class)
                .list();
    }
}
