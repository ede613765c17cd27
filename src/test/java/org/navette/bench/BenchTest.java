package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.RequestCopies;
import org.navette.engine.web.AgentBrowser;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code mvn verify -Pbench}: what is ours against what we stand on, alternated in one run on one database server. */
@Bench
@DisplayName("The cost")
class BenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(BenchTest.class);
    private static final int WARM_UP = 400;
    private static final int DEPOSITS = 300;
    private static final int ROUNDS = 8;
    private static final int PAGES = 40;
    private static final int STARTS = 5;
    private static final String REQUESTS = "/partenaires/demandes";

    /** What Tasklist sends with each list. */
    private static final String LIST =
            """
            {"active":true,"sorting":[{"sortBy":"priority","sortOrder":"desc"},{"sortBy":"created","sortOrder":"asc"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    StatementCounter counter;

    @Autowired
    EmbeddedPostgres server;

    private final Report report = new Report();
    private Desk desk;
    private HttpDeposit deposit;
    private BareProcess bare;

    @BeforeAll
    void people() throws Exception {
        desk = world.desk("331");
        deposit = new HttpDeposit(world, desk, port, json);
        bare = new BareProcess(repository, runtime);
    }

    @AfterAll
    void print() {
        LOG.info("\n{}", report.text());
    }

    @Test
    @Order(1)
    @DisplayName("COMM-21 of a deposit over HTTP, against the engine's bare start of the same process")
    void deposit() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            deposit.send(deposit.ready());
            bare.start();
        }
        var deposits = new Samples();
        var starts = new Samples();
        for (int i = 0; i < DEPOSITS; i++) {
            Map<String, String> form = deposit.ready();
            deposits.time(() -> deposit.send(form));
            starts.time(bare::start);
        }
        long made = jdbc.sql("select count(*) from request where structure_id = ?")
                .param(desk.structure().id())
                .query(Long.class)
                .single();
        assertThat(made).isEqualTo(WARM_UP + DEPOSITS);
        report.ratio("deposit over HTTP ÷ bare start of the process", deposits, starts, "< 1.5, first < 2");
    }

    @Test
    @Order(2)
    @DisplayName("of pages and actions in statements")
    void statements() throws Exception {
        Browser browser = deposit.browser();
        Map<String, String> form = deposit.ready();
        count("deposit: POST", () -> deposit.send(form));
        count("deposit: upload of a file", () -> deposit.upload(UUID.randomUUID(), "compte.csv"));
        count("bare start of the process", bare::start);
        String number =
                jdbc.sql("select max(number) from request").query(String.class).single();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/partenaires/accueil");
        pages.put("choice of the organism", "/partenaires/organisme");
        pages.put("offers", REQUESTS + "/nouvelle");
        pages.put("form of an offer", HttpDeposit.FORM);
        pages.put("confirmation", REQUESTS + "/" + number + "/confirmation");
        pages.put("history", REQUESTS);
        pages.put("detail", REQUESTS + "/" + number);
        pages.put("completion form", REQUESTS + "/" + number + "/completer");
        for (var page : pages.entrySet()) {
            count(page.getKey(), () -> assertThat(browser.get(page.getValue()).status())
                    .isIn(200, 302));
        }
        world.agent("331");
        count("agent: claim and complete", () -> world.take(number));
    }

    @Test
    @Order(3)
    @DisplayName("COMM-21 of the history with 100,000 requests, against 1,000")
    void history() throws Exception {
        var requests = new ManyRequests(jdbc, desk);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first page", REQUESTS);
        pages.put("filtered by status", REQUESTS + "?statut=taken");
        pages.put("searched for a name", REQUESTS + "?texte=nomaaelle");
        pages.put("searched for a number", REQUESTS + "?texte=9833100777");
        Map<String, Samples> few = new LinkedHashMap<>();
        Map<String, Samples> many = new LinkedHashMap<>();
        // the first two rounds warm up
        for (int round = -2; round < ROUNDS; round++) {
            for (boolean large : new boolean[] {false, true}) {
                requests.use(large);
                for (var page : pages.entrySet()) {
                    Samples samples = round < 0
                            ? new Samples()
                            : (large ? many : few).computeIfAbsent(page.getKey(), key -> new Samples());
                    measure(page.getValue(), samples);
                }
            }
        }
        requests.use(false);
        for (String page : pages.keySet()) {
            report.ratio(
                    "history, " + page + ": 100,000 ÷ 1,000 requests",
                    many.get(page),
                    few.get(page),
                    "< 1.2, first < 1.5");
        }
    }

    @Test
    @Order(4)
    @DisplayName("COMM-21 of an agent's list with 10,000 open tasks in the organism, against 100 in another")
    void taskList() throws Exception {
        Map<String, Integer> tasks = Map.of("623", 100, "471", 10_000);
        Map<String, AgentBrowser> agents = new LinkedHashMap<>();
        var copies = new RequestCopies(jdbc);
        for (var organism : tasks.entrySet()) {
            String number = world.deposit(world.desk(organism.getKey()), "partners.case-review");
            copies.copy(
                    number,
                    "K" + organism.getKey(),
                    100_000L * Long.parseLong(organism.getKey()),
                    organism.getValue() - 1);
            agents.put(
                    organism.getKey(),
                    AgentBrowser.signedIn(port, world.agent(organism.getKey()), PartnerWorld.PASSWORD));
        }
        copies.settle();
        Map<String, String> filters = new LinkedHashMap<>();
        AgentBrowser any = agents.get("623");
        for (var filter : any.json(any.get(AgentBrowser.ENGINE + "/filter?resourceType=Task&maxResults=2000"))) {
            filters.put(filter.get("name").asText(), filter.get("id").asText());
        }
        for (String filter : new String[] {"À prendre en charge", "Espace Partenaires"}) {
            Map<String, Samples> samples = Map.of("623", new Samples(), "471", new Samples());
            String path = AgentBrowser.ENGINE + "/filter/" + filters.get(filter);
            for (int i = -PAGES; i < 2 * PAGES; i++) {
                for (var agent : agents.entrySet()) {
                    Samples kept = i < 0 ? new Samples() : samples.get(agent.getKey());
                    kept.time(() -> {
                        agent.getValue().post(path + "/list?firstResult=0&maxResults=15", LIST);
                        assertThat(agent.getValue().post(path + "/count", "{}").body())
                                .contains("\"count\":" + tasks.get(agent.getKey()));
                    });
                }
            }
            report.ratio(
                    "task list, " + filter + ": 10,000 ÷ 100 tasks", samples.get("471"), samples.get("623"), "< 1.5");
        }
    }

    @Test
    @Order(5)
    @DisplayName("of a start, against a bare Camunda starter")
    void startUp() throws Exception {
        StartUp navette = StartUp.navette(database("navette_start"));
        StartUp bareStarter = StartUp.bare(database("bare_start"));
        // these make the tables
        navette.once(new Samples());
        bareStarter.once(new Samples());
        var ours = new Samples();
        var theirs = new Samples();
        for (int i = 0; i < STARTS; i++) {
            navette.once(ours);
            bareStarter.once(theirs);
        }
        report.ratio("start-up ÷ bare Camunda starter", ours, theirs, "< 1.3, first < 1.5");
    }

    private void measure(String path, Samples samples) throws Exception {
        Browser browser = deposit.browser();
        // the change of table is not measured: every pooled connection reads the catalogue again
        for (int i = 0; i < PAGES / 2; i++) {
            browser.get(path);
        }
        for (int i = 0; i < PAGES; i++) {
            samples.time(() -> assertThat(browser.get(path).status()).isEqualTo(200));
        }
    }

    private void count(String what, Samples.Action action) throws Exception {
        var sent = counter.during(action);
        report.statements(what, sent.size());
        if (Boolean.getBoolean("bench.statements")) {
            sent.forEach(sql -> LOG.info("{}: {}", what, sql.replaceAll("\\s+", " ")));
        }
    }

    private String database(String name) {
        jdbc.sql("create database " + name).update();
        return server.getJdbcUrl("postgres", name);
    }
}
