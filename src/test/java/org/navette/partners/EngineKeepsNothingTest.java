package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.engine.Tasks;
import org.navette.files.FileStore;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("What people type")
class EngineKeepsNothingTest {

    /** Exactly 5,000 characters, recognisable wherever it is cut. */
    private static final String ANSWER = "Perlimpinpin, aïe !;".repeat(250);

    private static final String ANSWER_TO_QUESTION = "Galimatias, oui.;".repeat(30);

    /** Words that are in no model, no code and no login. */
    private static final String TYPED = "xylophonte|gwendalinette|quetzalville|98.76.54|kouglofissime|tarabiscotage"
            + "|hurluberlu|chafouin|cucurbitoide|saperlipopette|perlimpinpin|galimatias|calembredaine";

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    Deposits deposits;

    @Autowired
    PartnerRequests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    FileStore files;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-04 rests in our own tables: no table of the engine holds a word of it, before or after the end")
    void nothingInTheEngine() {
        assertThat(ANSWER).hasSize(5_000);
        Desk desk = world.desk("331");
        String number = deposit(desk);
        UUID completion = UUID.randomUUID();
        requests.complete(
                desk,
                number,
                new Submission(completion, "", Map.of("comment", "Tarabiscotage et kouglofissime"), List.of()));
        nothingFound(number);

        world.take(number);
        String task = world.task(number).getId();
        upload(UUID.fromString(task), Answers.OWNER, "partners.answer", "chafouin.csv");
        assertThatThrownBy(() -> world.answer(number, ANSWER + "calembredaine")).isNotNull();
        world.answer(number, ANSWER);
        assertThat(traces.thread(number).get(0).body()).isEqualTo(ANSWER);
        nothingFound(number);

        UUID key = UUID.randomUUID();
        UUID file = upload(key, desk.owner(), "partners.follow-up", "saperlipopette.csv");
        requests.followUp(desk, number, new Submission(key, "", Map.of("message", "Cucurbitoide ?"), List.of(file)));
        nothingFound(number);
        world.answer(number, ANSWER_TO_QUESTION);
        letters.send(world.login(desk));
        nothingFound(number);

        world.later(java.time.Duration.ofDays(16));
        world.runDueTimers(number);
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        nothingFound(number);
        assertThat(traces.files(number)).hasSize(3);
    }

    private String deposit(Desk desk) {
        UUID key = UUID.randomUUID();
        UUID file = upload(key, desk.owner(), "partners.case-review", "hurluberlu.csv");
        Map<String, Object> answers = world.answers("partners.case-review");
        answers.putAll(Map.of(
                "lastName", "Xylophonte",
                "firstName", "Gwendalinette",
                "birthPlace", "Quetzalville",
                "phone", "06.98.76.54.32",
                "comment", "Kouglofissime"));
        return deposits.deposit(desk, "partners.case-review", new Submission(key, "", answers, List.of(file)));
    }

    private UUID upload(UUID bucket, String owner, String context, String name) {
        return files.upload(
                        bucket,
                        owner,
                        files.rules(context, "331"),
                        0,
                        name,
                        new ByteArrayInputStream(("calembredaine;" + bucket).getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private void nothingFound(String number) {
        search.notInTheEngine(TYPED, number);
        // and our own tables do hold what was typed
        assertThat(jdbc.sql("select count(*) from partner_request where answers::text ~* 'xylophonte'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
