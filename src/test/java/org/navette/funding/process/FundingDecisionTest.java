package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.requests.Dossiers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The diagram funding-decision")
class FundingDecisionTest {

    private static final Couloir COULOIR = Couloir.PHA;

    @Autowired
    FundingWorld world;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Tasks tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private Enrolled enrolled;

    @BeforeEach
    void fresh() {
        money.fresh(COULOIR, "100000.00");
        enrolled = world.enrolled(COULOIR);
    }

    @Test
    @DisplayName("FUND-16 is opened by the schedule every working day at six, as the model says, once for a couloir")
    void opened() {
        String number = money.validated(enrolled, COULOIR);
        assertThat(jobs.createJobDefinitionQuery()
                        .processDefinitionKey("funding-decision-opening")
                        .activityIdIn("Event_EveryMorning")
                        .list())
                .extracting(definition -> definition.getJobConfiguration())
                .contains("CYCLE: 0 0 6 ? * MON-FRI");
        morning();
        assertThat(batches(number)).hasSize(1);
        morning();
        assertThat(batches(number)).as("the first is open still").hasSize(1);
        String batch = batches(number).get(0);
        assertThat(batch).matches("DEC\\d{4,}");
        assertThat(traces.status(batch)).isEqualTo("À décider");
        assertThat(traces.tasks(batch)).containsExactly("Décider");
        String task = agency.task(batch).getId();
        assertThat(tasks.find(agency.supervisor(), task)).isPresent();
        assertThatThrownBy(() -> tasks.claim(agency.agent(), task))
                .as("agents do not decide")
                .hasRootCauseInstanceOf(TaskRefused.class);
        assertThat(runtime.getVariables(agency.task(batch).getProcessInstanceId()))
                .containsOnlyKeys("number", "organism", "title", "formVersions");
    }

    private void morning() {
        Job timer = jobs.createJobQuery()
                .processDefinitionKey("funding-decision-opening")
                .activityId("Event_EveryMorning")
                .singleResult();
        jobs.executeJob(timer.getId());
        jobs.createJobQuery().processDefinitionKey("funding-decision-opening").messages().list().stream()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> batches(String number) {
        return jdbc.sql("select b.number from funding_decision_line l join request b on b.id = l.decision_id"
                        + " join request r on r.id = l.request_id where r.number = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "FUND-16 what fits is decided, oldest first; what exceeds waits for the next batch; the dossier says so")
    void fitting() {
        List<String> numbers = money.validated(enrolled, COULOIR, 3);
        BigDecimal amount = money.own(numbers.get(0), "amount", BigDecimal.class);
        jdbc.sql("update funding_envelope set amount = committed + ? where couloir = ? and year = ?")
                .params(
                        amount.multiply(BigDecimal.valueOf(2)).add(new BigDecimal("0.01")),
                        COULOIR.name(),
                        money.year())
                .update();
        String batch = money.batch(COULOIR);
        UUID task = UUID.fromString(agency.task(batch).getId());
        List<Block> blocks =
                dossiers.of(agency.supervisor(), task).orElseThrow().blocks();
        assertThat(blocks).extracting(Block::label).first().isEqualTo("Enveloppe Pharmacie " + money.year());
        List<Line> lines = blocks.get(2).lines();
        assertThat(lines).extracting(Line::label).containsExactlyElementsOf(numbers);
        assertThat(lines.get(1).texts().get(0)).contains("cumul");
        assertThat(lines.get(2).texts().get(0)).contains("ne tient pas dans l'enveloppe");

        money.decide(batch, Map.of("choice", "FITTING"));
        assertThat(numbers).extracting(traces::status).containsExactly("Décidée", "Décidée", "Validée");
        assertThat(money.remaining(COULOIR)).isEqualByComparingTo("0.01");
        assertThat(traces.status(batch)).isEqualTo("Décidé");
        assertThat(traces.instances(batch)).isZero();
        assertThat(traces.timeline(numbers.get(0)))
                .last()
                .satisfies(entry -> assertThat(entry.actor().id()).isEqualTo(agency.supervisor()));
        assertThat(money.own(numbers.get(0), "bank_id", UUID.class)).isEqualTo(world.activeBank(enrolled.supplier()));
        assertThat(money.own(numbers.get(0), "envelope_year", Integer.class)).isEqualTo(money.year());

        jdbc.sql("update funding_envelope set amount = committed + 100000 where couloir = ?")
                .param(COULOIR.name())
                .update();
        String next = money.batch(COULOIR);
        assertThat(next).isNotEqualTo(batch);
        money.decide(next, Map.of("choice", "FITTING"));
        assertThat(traces.status(numbers.get(2))).isEqualTo("Décidée");
    }

    @Test
    @DisplayName("FUND-16 what the supervisor sets aside comes back; a number that is not in the batch is named")
    void setAside() {
        List<String> numbers = money.validated(enrolled, COULOIR, 2);
        String batch = money.batch(COULOIR);
        assertThatThrownBy(() -> money.decide(batch, Map.of("choice", "EXCEPT", "setAside", "FINPHA999999M0")))
                .hasRootCauseInstanceOf(TaskRefused.class)
                .hasMessageContaining("FINPHA999999M0");
        money.decide(
                batch, Map.of("choice", "EXCEPT", "setAside", numbers.get(0).toLowerCase(java.util.Locale.ROOT)));
        assertThat(numbers).extracting(traces::status).containsExactly("Validée", "Décidée");
        String next = money.batch(COULOIR);
        money.decide(next, Map.of("choice", "NONE"));
        assertThat(traces.status(next)).isEqualTo("Décidé");
        assertThat(traces.status(numbers.get(0))).isEqualTo("Validée");
    }

    @Test
    @DisplayName(
            "FUND-16 a batch holds what was validated when it was opened, and one that was withdrawn since is left out")
    void asItWas() {
        List<String> numbers = money.validated(enrolled, COULOIR, 2);
        String batch = money.batch(COULOIR);
        String later = money.validated(world.enrolled(COULOIR), COULOIR);
        jdbc.sql("update funding_request set holds = false where id = (select id from request where number = ?)")
                .param(numbers.get(1))
                .update();
        money.decide(batch, Map.of("choice", "FITTING"));
        assertThat(traces.status(numbers.get(0))).isEqualTo("Décidée");
        assertThat(traces.status(numbers.get(1))).isEqualTo("Validée");
        assertThat(traces.status(later)).isEqualTo("Validée");
    }

    @Test
    @DisplayName("FUND-16 a large batch is decided in several jobs")
    void large() {
        List<String> numbers = money.validated(enrolled, COULOIR, 30);
        assertThat(money.decide(money.batch(COULOIR), Map.of("choice", "FITTING")))
                .isEqualTo(2);
        assertThat(numbers).extracting(traces::status).containsOnly("Décidée");
    }

    @Test
    @DisplayName("FUND-16 a decided amount never changes, whoever writes")
    void forEver() {
        String number = money.decided(enrolled, COULOIR);
        for (String change : List.of("amount = amount - 1", "retained = retained + 1", "decided_at = null")) {
            assertThatThrownBy(() -> jdbc.sql("update funding_request set " + change
                                    + " where id = (select id from request where number = ?)")
                            .param(number)
                            .update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
