package org.navette.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.engine.EngineTroubles;
import org.navette.engine.EngineTroubles.Stuck;
import org.navette.files.UncheckedFiles;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Other tests leave broken things behind too: what is looked for is always one's own. */
@NavetteTest
@DisplayName("The diagram daily-digest")
class DailyDigestTest {

    @Autowired
    EngineTroubles engine;

    @Autowired
    UncheckedFiles unchecked;

    @Autowired
    Outbox outbox;

    @Autowired
    SentLetters letters;

    @Autowired
    PartnerWorld world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    final String reader = "exploitation." + UUID.randomUUID() + "@world.example";

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-16 a timer of the diagram writes every morning at seven")
    void everyMorning() {
        Job timer = jobs.createJobQuery()
                .processDefinitionKey("daily-digest")
                .timers()
                .singleResult();
        assertThat(timer.getDuedate()).hasHourOfDay(7).hasMinute(0);
        ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1_000));
        jobs.executeJob(timer.getId());
        Job sending = jobs.createJobQuery()
                .processDefinitionKey("daily-digest")
                .messages()
                .singleResult();
        jobs.executeJob(sending.getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("daily-digest")
                        .count())
                .isZero();
        assertThat(jobs.createJobQuery()
                        .processDefinitionKey("daily-digest")
                        .timers()
                        .singleResult()
                        .getDuedate())
                .as("the next morning")
                .isAfter(timer.getDuedate());
    }

    @Test
    @DisplayName("COMM-16 incidents, mails given up, timers overdue and files unchecked are told; one mail a day")
    void broken() {
        String late = world.resolved(world.desk("331"));
        String failed = world.deposit(world.desk("331"), "partners.case-review");
        incident(failed);
        long mail = abandonedMail();
        unchecked.add();
        world.later(Duration.ofDays(16));

        Broken broken = digest(reader).look();
        assertThat(broken.incidents()).anySatisfy(stuck -> {
            assertThat(stuck.reference()).isEqualTo(failed);
            assertThat(stuck.step()).startsWith("Demande").contains("«");
        });
        assertThat(broken.mails()).extracting(Stuck::reference).contains(String.valueOf(mail));
        assertThat(broken.timers()).extracting(Stuck::reference).contains(late);

        world.later(Duration.ZERO);
        ClockUtil.reset();
        assertThat(digest(reader).look().unchecked()).isPositive();
        digest(reader).send();
        digest(reader).send();
        List<SentLetters.Letter> told = letters.to(reader);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).subject()).isEqualTo("Navette : ce qui est cassé");
        assertThat(told.get(0).text())
                .contains("Bonjour,", "Étapes en échec : ", "Courriels abandonnés : ", "Fichiers refusés depuis hier")
                .doesNotContain("Exception", "null", "TUTU");
    }

    @Test
    @DisplayName("COMM-16 of a thousand troubles twenty are told one by one, the others are counted")
    void many() {
        var stuck = new Stuck("p", "2633100001", "Demande, « Répondre »", clock.instant());
        var broken = new Broken(java.util.Collections.nCopies(57, stuck), List.of(), List.of(), 0);
        var model = digest(reader).model(broken, LocalDate.of(2026, 5, 4));
        assertThat((List<?>) model.get("incidents")).hasSize(20);
        assertThat(model).containsEntry("incidentsMore", 37).containsEntry("incidentsCount", "57");
    }

    @Test
    @DisplayName("COMM-16 nothing is written when nothing is broken, nor to nobody")
    void silent() {
        assertThat(new Broken(List.of(), List.of(), List.of(), 0).isNothing()).isTrue();
        assertThat(new Broken(List.of(), List.of(), List.of(), 1).isNothing()).isFalse();
        unchecked.add();
        digest("").send();
        digest(" , ").send();
        assertThat(letters.to("")).isEmpty();
    }

    private DailyDigest digest(String to) {
        var digest = new DailyDigest(engine, unchecked, outbox, clock, List.of(to.split(",")));
        return new DailyDigest(engine, unchecked, outbox, clock, List.of(to.split(","))) {
            @Override
            public void send() {
                transaction.executeWithoutResult(status -> digest.send());
            }
        };
    }

    /** As when a step has failed for the last time. */
    private void incident(String number) {
        String instance = Objects.requireNonNull(world.task(number)).getProcessInstanceId();
        Job timer = jobs.createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0);
        jobs.setJobRetries(timer.getId(), 0);
    }

    private long abandonedMail() {
        String key = "abandoned/" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.queue(new Letter(
                key,
                "partners/resolved",
                "zoe@exemple.fr",
                java.util.Map.of("number", key, "firstName", "Zoé", "lastName", "TUTU"),
                key)));
        long id = outbox.about(key).get(0).id();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(id), "send-mail")
                .singleResult()
                .getId();
        Job job = jobs.createJobQuery().processInstanceId(instance).singleResult();
        jobs.setJobRetries(job.getId(), 0);
        return id;
    }
}
