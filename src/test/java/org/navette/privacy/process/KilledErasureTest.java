package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.TableSearch;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.partners.Traces;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Sought;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 An erasure that is killed in the second half of a step")
class KilledErasureTest {

    /** More than one step takes. */
    private static final int MANY = 27;

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PersonWorld persons;

    @Autowired
    Accounts accounts;

    @Autowired
    Traces traces;

    @Autowired
    TableSearch search;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = world.desk("331");
    }

    @AfterEach
    void mend() {
        ClockUtil.reset();
        jdbc.sql("drop trigger if exists killed on person_request").update();
        jdbc.sql("drop trigger if exists killed on account").update();
    }

    /** Whatever has been written until then is lost with the transaction, as when the machine stops. */
    private void killedBy(String table, String when) {
        jdbc.sql("create or replace function killed() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'killed'; end $$")
                .update();
        jdbc.sql("create trigger killed after update on " + table + " for each row when (" + when
                        + ") execute function killed()")
                .update();
    }

    /** The step's job fails, and waits to be tried again by the job executor. */
    private void killed(String number) {
        Job step = officers.next(number).get(0);
        assertThatThrownBy(() -> jobs.executeJob(step.getId())).hasStackTraceContaining("killed");
        Job waiting = officers.next(number).get(0);
        assertThat(waiting.getId()).isEqualTo(step.getId());
        assertThat(waiting.getRetries()).isPositive();
        assertThat(waiting.getDuedate().toInstant()).isAfter(Instant.now().plusSeconds(30));
        world.later(Duration.ofMinutes(2));
        assertThat(jobs.createJobQuery().jobId(step.getId()).executable().count())
                .as("the job executor takes it up again")
                .isEqualTo(1);
    }

    private List<Instant> erased(List<String> numbers) {
        return jdbc.sql(
                        "select erased_at from request where number in (:numbers) and erased_at is not null order by id")
                .param("numbers", numbers)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    @Test
    @DisplayName("COMM-05 is taken up where it was: what was erased stays so, what was not is erased once")
    void requests() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String number = persons.deposit(desk, "Cunégonde", "Philémon", "1971-02-03");
            runtime.deleteProcessInstance(world.task(number).getProcessInstanceId(), "over");
            numbers.add(number);
        }
        String number = officers.open(Kind.ERASURE, null, new Sought("Cunégonde", "Philémon", null));
        officers.decide(number, OfficerWorld.ACCEPTED);
        jobs.executeJob(officers.next(number).get(0).getId());
        List<Instant> first = erased(numbers);
        assertThat(first).hasSize(25);

        // all requests of the second step are erased by then, in its transaction
        killedBy("person_request", "new.requests > old.requests");
        killed(number);
        assertThat(erased(numbers)).isEqualTo(first);
        assertThat(persons.done(number)).isEqualTo("requests 25, accounts 0, kept 0");
        assertThat(search.columnsWith("Cunégonde", "partner\\_request")).isNotEmpty();
        assertThat(traces.files(numbers.get(MANY - 1)))
                .allSatisfy(file -> assertThat(file.name()).isEqualTo("cunégonde.csv"));

        jdbc.sql("drop trigger killed on person_request").update();
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé");
        assertThat(erased(numbers)).hasSize(MANY).startsWith(first.toArray(Instant[]::new));
        assertThat(search.columnsWith("Cunégonde", "%request%")).isEmpty();
        assertThat(persons.done(number)).isEqualTo("requests 27, accounts 0, kept 0");
        assertThat(traces.labels(number)).containsOnlyOnce("Effacé");
    }

    @Test
    @DisplayName("COMM-05 leaves an account whole, and ends it at the next try")
    void account() {
        String login = world.login(desk);
        String number = officers.open(Kind.ERASURE, desk.account(), null, login);
        officers.decide(number, OfficerWorld.ACCEPTED);
        jobs.executeJob(officers.next(number).get(0).getId());
        // its membership and its mails are gone by then, in the transaction
        killedBy("account", "new.login <> old.login");
        killed(number);
        assertThat(accounts.find(desk.account())).hasValueSatisfying(account -> {
            assertThat(account.active()).isTrue();
            assertThat(account.login()).isEqualTo(login);
        });
        assertThat(memberships()).isEqualTo(1);
        assertThat(persons.done(number)).isEqualTo("requests 0, accounts 0, kept 0");

        jdbc.sql("drop trigger killed on account").update();
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé");
        assertThat(accounts.find(desk.account()).map(Account::displayName)).contains("Compte effacé");
        assertThat(memberships()).isZero();
        assertThat(persons.done(number)).isEqualTo("requests 0, accounts 1, kept 0");
        assertThat(traces.labels(number)).containsOnlyOnce("Effacé");
    }

    private long memberships() {
        return jdbc.sql("select count(*) from partner_member where account_id = ?")
                .param(desk.account())
                .query(Long.class)
                .single();
    }
}
