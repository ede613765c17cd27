package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.Imports;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.navette.partners.PartnerWorld;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What files, decisions and exports of the Ségur cost, against a deposit and against the database's own export. */
@Bench
@DisplayName("The cost of the Ségur's files and money")
class FundingBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(FundingBenchTest.class);
    private static final int REQUESTS = 200;
    private static final int FILES = 6;
    private static final int DECIDED_FILES = 5;
    private static final int DEPOSITS = 40;
    private static final int ROWS = 100_000;
    private static final int FEW = 1_000;
    private static final int EXPORTS = 5;
    private static final int PAGES = 20;
    private static final String EXPORT = "/segur/exports/demandes.csv";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld partners;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    Imports imports;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    StatementCounter counter;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final Report report = new Report();
    private HttpDeposit deposit;

    @BeforeAll
    void warmUp() throws Exception {
        deposit = new HttpDeposit(partners, partners.desk("331"), port, json);
        deposits(new Samples());
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        SampleFile file = file(enrolled, Couloir.HOP);
        for (int i = 0; i < FILES; i++) {
            files.simulate(enrolled, file);
        }
        files.load(enrolled, file);
    }

    @AfterAll
    void print() {
        LOG.info("\n{}", report.text());
    }

    private static SampleFile file(Enrolled enrolled, Couloir couloir) {
        return ImportWorld.file(enrolled, RequestType.ADVANCE, couloir).times(REQUESTS);
    }

    private void deposits(Samples samples) throws Exception {
        for (int i = 0; i < DEPOSITS; i++) {
            Map<String, String> form = deposit.ready();
            samples.time(() -> deposit.send(form));
        }
    }

    @Test
    @Order(1)
    @DisplayName("FUND-08 FUND-10 of a simulation and of an import of 200 requests, against 200 deposits")
    void importing() throws Exception {
        var simulations = new Samples();
        var imported = new Samples();
        var deposited = new Samples();
        for (int i = 0; i < FILES; i++) {
            Enrolled enrolled = world.enrolled(Couloir.HOP);
            SampleFile file = file(enrolled, Couloir.HOP);
            deposits(deposited);
            var simulation = new Samples();
            long[] id = new long[1];
            simulation.time(() -> id[0] = files.simulate(enrolled, file).id());
            simulations.add(perRequest(simulation));
            var load = new Samples();
            load.time(() -> {
                imports.start(enrolled.supplier(), id[0]);
                files.run(id[0]);
            });
            imported.add(perRequest(load));
            assertThat(files.outcomes(enrolled, id[0])).hasSize(REQUESTS).allMatch(each -> each.number() != null);
        }
        report.ratio("a request simulated ÷ a deposit over HTTP", simulations, deposited, "");
        report.ratio("a request imported ÷ a deposit over HTTP", imported, deposited, "< 1");
    }

    private static long perRequest(Samples once) {
        return (long) (once.median() * 1e6 / REQUESTS);
    }

    @Test
    @Order(2)
    @DisplayName(
            "FUND-16 of a decision on each of 1,000 requests, award and payment papers included, against a deposit")
    void deciding() throws Exception {
        var validated = new Samples();
        var decided = new Samples();
        var deposited = new Samples();
        money.fresh(Couloir.HOP, "9000000");
        agency.agent();
        for (int i = 0; i < DECIDED_FILES; i++) {
            Enrolled enrolled = world.enrolled(Couloir.HOP);
            for (Imports.Outcome outcome : files.load(enrolled, file(enrolled, Couloir.HOP))) {
                validated.time(() -> money.validate(outcome.number()));
            }
        }
        String batch = money.batch(Couloir.HOP);
        agency.decide(agency.supervisor(), batch, Map.of("choice", "FITTING"));
        var all = new Samples();
        all.time(() -> money.run(batch));
        int requests = DECIDED_FILES * REQUESTS;
        decided.add((long) (all.median() * 1e6 / requests));
        deposits(deposited);
        report.ratio("a request completed and validated ÷ a deposit", validated, deposited, "");
        report.ratio("a request decided (1,000 in one batch) ÷ a deposit", decided, deposited, "");
        report.figure("decision of 1,000 requests, all jobs", "%.1f s".formatted(all.median() / 1000));
    }

    @Test
    @Order(3)
    @DisplayName("FUND-23 of an export of 100,000 requests, against the database's own of the same query")
    void exporting() throws Exception {
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        many(enrolled, ROWS);
        Browser browser = world.browser(enrolled.supplier(), port);
        String sql = query(browser, enrolled);
        var exports = new Samples();
        var copies = new Samples();
        for (int i = -1; i < EXPORTS; i++) {
            Samples ours = i < 0 ? new Samples() : exports;
            Samples theirs = i < 0 ? new Samples() : copies;
            ours.time(() -> assertThat(lines(browser)).isEqualTo(ROWS + 2L));
            theirs.time(() -> assertThat(copy(sql)).isEqualTo(ROWS + 1L));
        }
        report.ratio("export of 100,000 requests over HTTP ÷ COPY", exports, copies, "");
        report.figure("export, rows a second", "%.0f".formatted((ROWS + 1) / exports.median() * 1000));
    }

    @Test
    @Order(4)
    @DisplayName("FUND-19 FUND-21 of a supplier's pages with 100,000 requests, against one with 1,000")
    void searching() throws Exception {
        Map<String, Browser> suppliers = new LinkedHashMap<>();
        for (int rows : new int[] {FEW, ROWS}) {
            Enrolled enrolled = world.enrolled(Couloir.HOP);
            many(enrolled, rows);
            suppliers.put(String.valueOf(rows), world.browser(enrolled.supplier(), port));
        }
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/segur/accueil");
        pages.put("search by status", "/segur/demandes?statut=decided");
        pages.put("search by number", "/segur/demandes?numero=HOP90");
        for (var page : pages.entrySet()) {
            Map<String, Samples> samples =
                    Map.of(String.valueOf(FEW), new Samples(), String.valueOf(ROWS), new Samples());
            for (int i = -PAGES / 2; i < PAGES; i++) {
                for (var supplier : suppliers.entrySet()) {
                    Samples kept = i < 0 ? new Samples() : samples.get(supplier.getKey());
                    kept.time(() -> assertThat(
                                    supplier.getValue().get(page.getValue()).status())
                            .isEqualTo(200));
                }
            }
            report.ratio(
                    "Ségur, " + page.getKey() + ": 100,000 ÷ 1,000 requests",
                    samples.get(String.valueOf(ROWS)),
                    samples.get(String.valueOf(FEW)),
                    "< 1.5");
        }
    }

    /** As many requests of a supplier, most of them paid, known to the planner as they would be after a day. */
    private void many(Enrolled enrolled, int rows) {
        files.copy(files.complete(enrolled, Couloir.HOP), rows);
        jdbc.sql("update funding_request set payment = 'DONE', validated_at = now(), decided_at = now(), amount = 1,"
                        + " envelope_year = 2026, bank_id = ? where supplier_id = ? and id % 50 > 0")
                .params(
                        world.activeBank(enrolled.supplier()),
                        enrolled.supplier().id())
                .update();
        jdbc.sql(
                        "update request set phase = 'RESOLVED', status_code = 'decided', status_label = 'Décidée', actions = ''"
                                + " where structure_id = ? and espace = 'funding' and id % 50 > 0")
                .param(enrolled.supplier().id())
                .update();
        jdbc.sql("vacuum analyze request").update();
        jdbc.sql("vacuum analyze funding_request").update();
    }

    private static long lines(Browser browser) throws Exception {
        try (var reader = new BufferedReader(new InputStreamReader(browser.stream(EXPORT), StandardCharsets.UTF_8))) {
            return reader.lines().count();
        }
    }

    /** The statement of the export with its values, as it was sent. */
    private String query(Browser browser, Enrolled enrolled) throws Exception {
        List<String> sent = new ArrayList<>(counter.during(() -> browser.get(EXPORT)));
        String sql = sent.stream()
                .filter(each -> each.contains("order by r.created_at"))
                .findFirst()
                .orElseThrow();
        for (Object value : List.of(
                "funding", enrolled.supplier().organism(), enrolled.supplier().id())) {
            sql = sql.replaceFirst("\\?", "'" + value + "'");
        }
        return sql;
    }

    private long copy(String sql) throws Exception {
        try (Connection connection = database.getConnection()) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + sql + ") to stdout csv", OutputStream.nullOutputStream());
        }
    }
}
