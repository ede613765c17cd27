package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.forms.InvalidAnswers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("A deposit")
class DepositTest {

    private static final String OFFER = "partners.case-review";

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    Deposits deposits;

    @Autowired
    FileStore files;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-10 that fails after its number was taken leaves nothing: no number, row, file or process")
    void failureAfterTheNumber() {
        Desk desk = world.desk("401");
        world.deposit(desk, OFFER);
        UUID key = UUID.randomUUID();
        UUID good = upload(key, desk);
        var before = state();

        // the good file is bound first or never: ids are bound in their order, and the unknown one fails
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> deposits.deposit(
                        desk, OFFER, new Submission(key, "", world.answers(OFFER), List.of(good, unknownAfter(good)))));

        assertThat(state()).isEqualTo(before);
        assertThat(files.findInBucket(key, desk.owner(), good)).isPresent();
        // the same form, corrected, gets the very next number
        String number = deposits.deposit(desk, OFFER, new Submission(key, "", world.answers(OFFER), List.of(good)));
        assertThat(rank(number)).isEqualTo((int) before.get("counter") + 1);
        assertThat(traces.files(number)).hasSize(1);
        assertThat(traces.instances(number)).isEqualTo(1);
    }

    @Test
    @DisplayName("PART-10 whose transaction is lost at its very end leaves nothing, the started process neither")
    void failureAtTheEnd() {
        Desk desk = world.desk("401");
        world.deposit(desk, OFFER);
        UUID key = UUID.randomUUID();
        UUID file = upload(key, desk);
        var before = state();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    String number =
                            deposits.deposit(desk, OFFER, new Submission(key, "", world.answers(OFFER), List.of(file)));
                    assertThat(traces.instances(number)).isEqualTo(1);
                    assertThat(traces.files(number)).hasSize(1);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(state()).isEqualTo(before);
        assertThat(files.findInBucket(key, desk.owner(), file)).isPresent();
    }

    @Test
    @DisplayName("PART-10 with a wrong answer takes no number and can be sent again")
    void wrongAnswer() {
        Desk desk = world.desk("401");
        var before = state();
        UUID key = UUID.randomUUID();
        Map<String, Object> wrong = world.answers(OFFER);
        wrong.remove("lastName");
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> deposits.deposit(desk, OFFER, new Submission(key, "", wrong, List.of())));
        assertThat(state()).isEqualTo(before);
        assertThat(deposits.deposit(desk, OFFER, new Submission(key, "", world.answers(OFFER), List.of())))
                .isNotNull();
    }

    @Test
    @DisplayName("PART-10 sent twice, or reloaded later, is one request and says the same number")
    void twice() {
        Desk desk = world.desk("401");
        Submission submission = world.submission(world.answers(OFFER));
        String number = deposits.deposit(desk, OFFER, submission);
        var after = state();
        assertThat(deposits.deposit(desk, OFFER, submission)).isEqualTo(number);
        assertThat(state()).isEqualTo(after);
    }

    @Test
    @DisplayName("PART-10 sent eight times at the same instant is one request and says the same number each time")
    void twiceAtOnce() {
        Desk desk = world.desk("401");
        for (int round = 0; round < 10; round++) {
            var before = state();
            Submission submission = world.submission(world.answers(OFFER));
            var outcomes = AtOnce.call(
                    Collections.nCopies(8, (Callable<String>) () -> deposits.deposit(desk, OFFER, submission)));
            assertThat(outcomes).allMatch(AtOnce.Outcome::won);
            assertThat(outcomes.stream().map(AtOnce.Outcome::value).distinct()).hasSize(1);
            assertThat(state().get("counter")).isEqualTo((int) before.get("counter") + 1);
            assertThat(state().get("requests")).isEqualTo((long) before.get("requests") + 1);
            assertThat(traces.instances(Objects.requireNonNull(outcomes.get(0).value())))
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("PART-10 whose key belongs to somebody else's deposit neither succeeds nor tells its number")
    void somebodyElsesKey() {
        Submission submission = world.submission(world.answers(OFFER));
        deposits.deposit(world.desk("401"), OFFER, submission);
        Desk other = world.desk("401");
        assertThatThrownBy(() -> deposits.deposit(other, OFFER, submission))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    private static int rank(String number) {
        return Integer.parseInt(number.substring(5));
    }

    private UUID upload(UUID key, Desk desk) {
        return files.upload(
                        key,
                        desk.owner(),
                        files.rules(OFFER, desk.organism().code()),
                        0,
                        "piece.csv",
                        new ByteArrayInputStream(("nom;" + key).getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private static UUID unknownAfter(UUID id) {
        return new UUID(id.getMostSignificantBits(), Long.MAX_VALUE);
    }

    private long requests() {
        return jdbc.sql("select count(*) from request").query(Long.class).single();
    }

    /** What a deposit to organism 401 would change. */
    private Map<String, Object> state() {
        return Map.of(
                "counter",
                jdbc.sql("select coalesce(max(last), 0) from request_counter where scope = 'partners:401'")
                        .query(Integer.class)
                        .single(),
                "requests",
                requests(),
                "rows",
                count("partner_request"),
                "timeline",
                count("request_timeline"),
                "submissions",
                count("request_submission"),
                "bound files",
                count("stored_file where request_id is not null"),
                "instances",
                count("act_ru_execution"),
                "tasks",
                count("act_ru_task"),
                "history",
                count("act_hi_procinst"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
