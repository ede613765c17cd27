package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.directory.CareEstablishment;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an establishment's lists cost among a million files, against the same lists among a thousand. */
@Bench
@DisplayName("The cost of an establishment's lists")
class ProviderBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderBenchTest.class);
    private static final int FEW = 1_000;
    private static final int FILES = 1_000_000;
    private static final int AGREEMENTS = 300_000;
    /** The establishment has 4,000 of a million. */
    private static final int CLINICS = 250;

    /** A statement must end before the connection gives up. */
    private static final int PORTION = 50_000;

    private static final int EXPORTED = 100_000;
    private static final int EXPORTED_FEW = 10_000;
    private static final String ALL = "/soins/paiements/dossiers.xlsx?du=01/01/2020";
    private static final int PAGES = 20;
    private static final int EXPORTS = 3;

    /** Megabytes of live heap that an export may add while it runs; its rows, were they kept, would take many times as much. */
    private static final double CONSTANT = 5;

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    @Autowired
    StatementCounter counter;

    @Autowired
    JdbcClient jdbc;

    private final Report report = new Report();
    private CareEstablishment clinic;
    private Browser payments;
    private Browser pec;

    @BeforeAll
    void fill() {
        clinic = world.member();
        payments = world.browser(clinic, Profile.PAYMENTS, port);
        pec = world.browser(clinic, Profile.PEC, port);
        for (String table : new String[] {"reimbursement", "prior_agreement"}) {
            jdbc.sql("create table %s_small (like %s including all)".formatted(table, table))
                    .update();
            jdbc.sql("create table %s_large (like %s including all)".formatted(table, table))
                    .update();
            jdbc.sql("alter table %s rename to %s_original".formatted(table, table))
                    .update();
        }
        files("reimbursement_small", FEW, 1);
        files("reimbursement_large", FILES, CLINICS);
        agreements("prior_agreement_small", FEW, 1);
        agreements("prior_agreement_large", AGREEMENTS, CLINICS / 4);
        use("small");
        // as PostgreSQL does by itself in time; right after the filling other transactions may still hide the new rows
        for (String table :
                new String[] {"reimbursement", "reimbursement_large", "prior_agreement", "prior_agreement_large"}) {
            jdbc.sql("vacuum analyze " + table).update();
            LOG.info(
                    "{}: {} pages, of which everybody sees {}",
                    table,
                    pages("relpages", table),
                    pages("relallvisible", table));
        }
    }

    private int pages(String column, String table) {
        return jdbc.sql("select " + column + " from pg_class where relname = ?")
                .param(table)
                .query(Integer.class)
                .single();
    }

    @AfterAll
    void print() {
        LOG.info("\n{}", report.text());
    }

    /** Files of two years, spread over establishments, of which the first is the clinic. */
    private void files(String table, int rows, int clinics) {
        inPortions(
                rows,
                clinics,
                """
                        insert into %s (id, number, establishment_id, cnss_number, beneficiary, prior_agreement_number,
                          deposited_on, care_on, invoice, billed, situation, situation_label, situation_on, approved,
                          approved_at, paid_on)
                        select n, 'DR-2025-' || lpad(n::text, 7, '0'),
                          case when n %% :clinics = 0 then :clinic else md5('clinic' || n %% :clinics)::uuid end,
                          lpad((100000000 + n / :clinics %% 700)::text, 9, '0'), 'Youssef Alaoui',
                          case when n %% 2 = 0 then 'PEC-2025-' || lpad((n / 2 %% 900000)::text, 6, '0') end,
                          current_date - (n / :clinics %% 700)::int, current_date - (n / :clinics %% 700)::int - 3, 'F-' || n,
                          100 + n %% 9000, (array['paid', 'paid', 'paid', 'processing', 'returned'])[1 + n / :clinics %% 5],
                          (array['Payé', 'Payé', 'Payé', 'En cours de traitement', 'Retourné'])[1 + n / :clinics %% 5],
                          current_date, null, null, null
                        from generate_series(:from, :to) n"""
                        .formatted(table));
        jdbc.sql("vacuum analyze " + table).update();
    }

    private void agreements(String table, int rows, int clinics) {
        inPortions(
                rows,
                clinics,
                """
                        insert into %s (id, number, establishment_id, cnss_number, beneficiary, received_on, requested,
                          granted, situation, situation_label, situation_on)
                        select n, 'PEC-2025-' || lpad(n::text, 6, '0'),
                          case when n %% :clinics = 0 then :clinic else md5('clinic' || n %% :clinics)::uuid end,
                          lpad((100000000 + n / :clinics %% 700)::text, 9, '0'), 'Youssef Alaoui',
                          current_date - (n / :clinics %% 700)::int, 500 + n %% 9000, 500,
                          (array['granted', 'refused', 'received', 'expired'])[1 + n / :clinics %% 4],
                          (array['Accordée', 'Refusée', 'Reçue', 'Expirée'])[1 + n / :clinics %% 4], current_date
                        from generate_series(:from, :to) n"""
                        .formatted(table));
        jdbc.sql("vacuum analyze " + table).update();
    }

    private void inPortions(int rows, int clinics, String insert) {
        for (int from = 1; from <= rows; from += PORTION) {
            jdbc.sql(insert)
                    .param("clinics", clinics)
                    .param("clinic", clinic.id())
                    .param("from", from)
                    .param("to", Math.min(rows, from + PORTION - 1))
                    .update();
        }
    }

    private String used = "";

    /** Makes these tables the ones that the application reads. */
    private void use(String size) {
        if (used.equals(size)) {
            return;
        }
        for (String table : new String[] {"reimbursement", "prior_agreement"}) {
            if (!used.isEmpty()) {
                jdbc.sql("alter table %s rename to %s_%s".formatted(table, table, used))
                        .update();
            }
            jdbc.sql("alter table %s_%s rename to %s".formatted(table, size, table))
                    .update();
        }
        used = size;
    }

    @Test
    @Order(1)
    @DisplayName("PROV-09 PROV-12 of lists and recaps: 4,000 of 1,000,000 files against 1,000 of 1,000")
    void lists() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("DR, first page", "/soins/paiements/dossiers");
        pages.put("DR by situation", "/soins/paiements/dossiers?situation=returned");
        pages.put("DR by N° CNSS", "/soins/paiements/dossiers?cnss=100000007");
        pages.put("DR recap", "/soins/paiements/recapitulatif");
        pages.put("PEC, first page", "/soins/pec/demandes");
        pages.put("PEC recap", "/soins/pec/recapitulatif");
        for (var page : pages.entrySet()) {
            Browser browser = page.getValue().contains("/pec/") ? pec : payments;
            Map<String, Samples> samples = Map.of("small", new Samples(), "large", new Samples());
            for (int i = -PAGES / 2; i < PAGES; i++) {
                for (String size : new String[] {"small", "large"}) {
                    use(size);
                    Samples kept = i < 0 ? new Samples() : samples.get(size);
                    kept.time(() ->
                            assertThat(browser.get(page.getValue()).status()).isEqualTo(200));
                }
            }
            report.ratio(
                    page.getKey() + ": 4,000 of a million ÷ 1,000",
                    samples.get("large"),
                    samples.get("small"),
                    "< 1.5");
            report.statements(
                    page.getKey(),
                    counter.during(() -> browser.get(page.getValue())).size());
        }
    }

    @Test
    @Order(2)
    @DisplayName("PROV-12 of an Excel export of 100,000 files, and of the memory that it takes")
    void exporting() throws Exception {
        use("large");
        UUID other = UUID.randomUUID();
        jdbc.sql("update reimbursement set establishment_id = ? where establishment_id = ?")
                .params(other, clinic.id())
                .update();
        jdbc.sql("update reimbursement set establishment_id = ? where id <= ?")
                .params(clinic.id(), EXPORTED)
                .update();
        jdbc.sql("vacuum analyze reimbursement").update();
        var times = new Samples();
        for (int i = -1; i < EXPORTS; i++) {
            Samples kept = i < 0 ? new Samples() : times;
            kept.time(() -> assertThat(read(ALL)).isGreaterThan(EXPORTED));
        }
        report.figure(
                "Excel export of 100,000 files, rows a second",
                "%.0f (%s)".formatted(EXPORTED / times.median() * 1000, times.shown()));
        Path file = Path.of("target", "bench", "dossiers.xlsx");
        Files.createDirectories(file.getParent());
        try (InputStream in = payments.stream(ALL)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        var growth = new LinkedHashMap<String, Double>();
        growth.put("100,000", growth(Files.size(file)));
        jdbc.sql("update reimbursement set establishment_id = ? where id > ? and id <= ?")
                .params(other, EXPORTED_FEW, EXPORTED)
                .update();
        growth.put("10,000", growth(read(ALL)));
        growth.forEach((files, megabytes) -> report.figure(
                "Live heap half-way through an export of " + files + " files, less that before it",
                "%.1f MB".formatted(megabytes)));
        assertThat(growth.values())
                .allSatisfy(megabytes -> assertThat(megabytes).isLessThan(CONSTANT));
    }

    /** Megabytes that live more, half-way through an export, than before it. */
    private double growth(long size) throws Exception {
        long before = LiveHeap.bytes();
        try (InputStream in = payments.stream(ALL)) {
            in.skipNBytes(size / 2);
            return (LiveHeap.bytes() - before) / LiveHeap.MEGABYTE;
        }
    }

    private long read(String path) throws Exception {
        try (InputStream in = payments.stream(path)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
