package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.navette.RequestCopies;
import org.navette.bench.LongLists.Place;
import org.navette.engine.web.AgentBrowser;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same actions in a database that is nearly empty and then in one with a million requests. */
@Bench
@DisplayName("The cost at size")
class SizeBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(SizeBenchTest.class);
    private static final int WARM_UP = 30;
    private static final int SAMPLES = 40;
    /** Megabytes of live heap that an export may add while it runs. */
    private static final double CONSTANT = 5;

    private static final String AIM = "< 1.5";
    private static final String ORGANISM = "331";
    private static final String LIST =
            """
            {"active":true,"sorting":[{"sortBy":"priority","sortOrder":"desc"},{"sortBy":"created","sortOrder":"asc"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ManagementService jobs;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    LongLists lists;

    private final Report report = new Report();
    private final Map<String, Samples> empty = new LinkedHashMap<>();
    private final Map<String, Samples> full = new LinkedHashMap<>();
    private Desk desk;
    private HttpDeposit deposit;
    private AgentBrowser agent;
    private String taskList = "";
    private int copied;

    @BeforeAll
    void people() throws Exception {
        desk = world.desk(ORGANISM);
        world.deposit(desk, HttpDeposit.OFFER);
        lists.open(desk, port);
        deposit = new HttpDeposit(world, desk, port, json);
        agent = AgentBrowser.signedIn(port, world.agent(ORGANISM), PartnerWorld.PASSWORD);
        for (var filter : agent.json(agent.get(AgentBrowser.ENGINE + "/filter?resourceType=Task&maxResults=2000"))) {
            if (filter.get("name").asText().equals("À prendre en charge")) {
                taskList = AgentBrowser.ENGINE + "/filter/" + filter.get("id").asText();
            }
        }
    }

    @AfterAll
    void print() {
        LOG.info("\n{}", report.text());
    }

    @Test
    @Order(1)
    @DisplayName("COMM-21 of deposits, lists, searches, task list, completion and timers: a million requests ÷ a few")
    void flat() throws Exception {
        measure(new LinkedHashMap<>(), WARM_UP);
        measure(empty, SAMPLES);
        fill();
        // plans and caches for the new size
        measure(new LinkedHashMap<>(), WARM_UP / 2);
        measure(full, SAMPLES);
        for (String what : empty.keySet()) {
            report.ratio(what, full.get(what), empty.get(what), AIM);
        }
    }

    private void fill() {
        long start = System.nanoTime();
        lists.fill();
        report.figure(
                "filled with " + count("request") + " requests, " + count("act_ru_task") + " tasks, "
                        + count("act_ru_job") + " jobs",
                "in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }

    @Test
    @Order(2)
    @DisplayName("COMM-21 of exports among a million requests: rows are not kept while they are sent")
    void exports() throws Exception {
        for (var export : lists.exports().entrySet()) {
            long bytes = export.getValue().read();
            double megabytes = export.getValue().growth(bytes);
            report.figure(
                    export.getKey() + ": live heap half-way through its " + bytes / 1_000_000 + " MB, less before it",
                    "%.1f MB".formatted(megabytes));
            assertThat(megabytes).as(export.getKey()).isLessThan(CONSTANT);
        }
    }

    private void measure(Map<String, Samples> into, int times) throws Exception {
        Map<String, Place> pages = lists.lists();
        pages.put("choice of a form", new Place(deposit.browser(), "/partenaires/demandes/nouvelle"));
        for (int i = 0; i < times; i++) {
            Map<String, String> form = deposit.ready();
            samples(into, "deposit").time(() -> deposit.send(form));
            for (var page : pages.entrySet()) {
                samples(into, page.getKey()).time(page.getValue()::open);
            }
            samples(into, "task list, first page and count").time(() -> {
                agent.post(taskList + "/list?firstResult=0&maxResults=15", LIST);
                agent.post(taskList + "/count", "{}");
            });
            String number = world.deposit(desk, HttpDeposit.OFFER);
            samples(into, "claim and completion of a task").time(() -> world.take(number));
        }
        drain(samples(into, "a batch of 10 due timers, acquired and executed"), Math.max(5, times / 6));
    }

    /** Requests of other people whose end comes now, among all that wait. */
    private void drain(Samples samples, int batches) throws Exception {
        String model = world.resolved(desk);
        String prefix = "D" + (char) ('A' + copied++);
        new RequestCopies(jdbc).copy(model, prefix, 900_000_000L + copied * 1_000_000L, 10 * batches);
        jdbc.sql("update act_ru_job set duedate_ = now() at time zone 'UTC' - interval '1 minute' where id_ like ?")
                .param(prefix + "%")
                .update();
        // what else is due would be taken in their place
        jdbc.sql(
                        "update act_ru_job set suspension_state_ = 2 where (duedate_ is null or duedate_ < now() at time zone 'UTC')"
                                + " and suspension_state_ = 1 and id_ not like ?")
                .param(prefix + "%")
                .update();
        for (int i = 0; i < batches; i++) {
            samples.time(() -> {
                var acquired =
                        engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor(), 10));
                for (List<String> batch : acquired.getJobIdBatches()) {
                    batch.forEach(jobs::executeJob);
                }
            });
        }
        assertThat(count("request where number like '" + prefix + "%' and phase = 'CLOSED'"))
                .isEqualTo(10L * batches);
    }

    private static Samples samples(Map<String, Samples> into, String what) {
        return into.computeIfAbsent(what, key -> new Samples());
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
