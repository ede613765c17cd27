package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.accounts.Accounts;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.forms.InvalidAnswers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("A question to the organism")
class ExchangeTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    PartnerRequests requests;

    @Autowired
    Details details;

    @Autowired
    FileStore files;

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Desk desk;
    private String number;

    @BeforeEach
    void resolved() {
        desk = world.desk("331");
        number = world.resolved(desk);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-15 goes through one second before the window ends")
    void lastSecond() {
        ClockUtil.setCurrentTime(Date.from(windowEnd().minusSeconds(1)));
        assertThat(remaining().days()).isEqualTo(1);
        world.ask(desk, number, "Juste à temps");
        assertThat(traces.status(number)).isEqualTo("Message envoyé");
    }

    @Test
    @DisplayName("PART-15 is refused at the very end of the window, fifteen days after the answer")
    void windowOver() {
        assertThat(windowEnd().atZone(clock.getZone()).toLocalDateTime())
                .isCloseTo(
                        traces.statusAt(number)
                                .atZone(clock.getZone())
                                .toLocalDateTime()
                                .plusDays(15),
                        within(5, ChronoUnit.SECONDS));
        ClockUtil.setCurrentTime(Date.from(windowEnd()));
        refused(Refused.Reason.WINDOW_OVER);
        assertThat(remaining().days()).isZero();
    }

    @Test
    @DisplayName("PART-15 is refused while the last one waits for its answer")
    void beforeTheAnswer() {
        world.ask(desk, number, "La première");
        refused(Refused.Reason.WAITING_FOR_ANSWER);
        desk = world.colleague(desk, Member.Role.TECHNICIAN);
        refused(Refused.Reason.WAITING_FOR_ANSWER);
    }

    @Test
    @DisplayName("PART-15 is refused after four rounds, and the page counts them down")
    void fifthRound() {
        for (int round = 1; round <= 4; round++) {
            assertThat(remaining().rounds()).isEqualTo(5 - round);
            assertThat(remaining().refusal()).isNull();
            world.ask(desk, number, "Question " + round);
            world.answer(number, "Réponse " + round);
        }
        assertThat(remaining().rounds()).isZero();
        assertThat(remaining().refusal()).isEqualTo(Refused.Reason.NO_ROUND_LEFT);
        refused(Refused.Reason.NO_ROUND_LEFT);
    }

    @Test
    @DisplayName("PART-16 is refused after closure by the window's end")
    void afterClosure() {
        world.later(Duration.ofDays(15));
        world.runDueTimers(number);
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        refused(Refused.Reason.WINDOW_OVER);
    }

    @Test
    @DisplayName("PART-15 is refused before the request is answered")
    void beforeResolution() {
        number = world.deposit(desk, "partners.case-review");
        refused(Refused.Reason.NOT_ANSWERED);
        world.take(number);
        refused(Refused.Reason.NOT_ANSWERED);
    }

    @Test
    @DisplayName("PART-15 is refused when somebody deleted the request's process")
    void afterDeletion() {
        runtime.deleteProcessInstance(traces.instance(number), "essai");
        refused(Refused.Reason.EXCHANGE_NOT_OPEN);
    }

    @Test
    @DisplayName("PART-03 is refused when the convention has ended, although the request may still be read")
    void readOnly() {
        var account = accounts.find(desk.account()).orElseThrow();
        jdbc.sql("update convention set ends_on = ? where structure_id = ?")
                .params(LocalDate.now().minusDays(2), desk.structure().id())
                .update();
        desk = world.desk(account, "331");
        assertThat(desk.access().level()).isEqualTo(Access.Level.READ_ONLY);
        refused(Refused.Reason.READ_ONLY);
        assertThat(details.of(desk, number)).isPresent();
        assertThat(details.of(desk, number).orElseThrow().canFollowUp()).isFalse();
    }

    @Test
    @DisplayName("PART-15 is refused to a manager, who reads only")
    void manager() {
        desk = world.colleague(desk, Member.Role.MANAGER);
        refused(Refused.Reason.READ_ONLY);
    }

    @Test
    @DisplayName("PART-22 about another structure's request is as if there were none")
    void otherStructure() {
        Desk other = world.desk("331");
        Map<String, Object> before = traces.everything(number);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> world.ask(other, number, "Chez les voisins"));
        assertThat(traces.everything(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-15 of 5,000 characters arrives whole; one more, or none, is refused")
    void length() {
        refused(InvalidAnswers.class, () -> world.ask(desk, number, "é".repeat(5_001)));
        refused(InvalidAnswers.class, () -> world.ask(desk, number, "  "));
        world.ask(desk, number, "é".repeat(5_000));
        assertThat(traces.thread(number).get(1).body()).isEqualTo("é".repeat(5_000));
    }

    @Test
    @DisplayName("PART-15 takes eight files in the whole exchange; with a ninth nothing is sent")
    void ninthFile() {
        send(bucket(5));
        world.answer(number, "Réponse 1");
        assertThat(remaining().files()).isEqualTo(3);
        Submission four = bucket(4);
        refused(RefusedFile.class, () -> requests.followUp(desk, number, four));
        assertThat(files.inBucket(four.key(), desk.owner())).hasSize(4);

        // with the ninth taken out, the same form goes through
        send(new Submission(four.key(), "", four.answers(), four.files().subList(0, 3)));
        assertThat(traces.files(number)).extracting(StoredFile::step).hasSize(8).containsOnly("follow-up");
        assertThat(traces.rounds(number)).isEqualTo(2);
        world.answer(number, "Réponse 2");
        assertThat(remaining().files()).isZero();
        Submission ninth = bucket(1);
        refused(RefusedFile.class, () -> requests.followUp(desk, number, ninth));
        // a question without files still can be asked
        world.ask(desk, number, "Sans fichier");
    }

    private Detail.Remaining remaining() {
        return details.of(desk, number).orElseThrow().exchange();
    }

    private Instant windowEnd() {
        return jdbc.sql("select exchange_ends_at from partner_request join request using (id) where number = ?")
                .param(number)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void send(Submission submission) {
        requests.followUp(desk, number, submission);
    }

    /** A question with so many files laid in its bucket, whatever the count says. */
    private Submission bucket(int count) {
        UUID key = UUID.randomUUID();
        List<UUID> ids = IntStream.range(0, count)
                .mapToObj(i -> files.upload(
                                key,
                                desk.owner(),
                                files.rules("partners.follow-up", "331"),
                                0,
                                "piece" + i + ".csv",
                                new ByteArrayInputStream((key + ";" + i).getBytes(StandardCharsets.UTF_8)))
                        .id())
                .toList();
        return new Submission(key, "", Map.of("message", "Avec des fichiers"), ids);
    }

    /** The question, with a file, is refused for this reason; neither it nor its file is anywhere. */
    private void refused(Refused.Reason reason) {
        Submission submission = bucket(1);
        Map<String, Object> before = traces.everything(number);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requests.followUp(desk, number, submission))
                .extracting(Refused::reason)
                .isEqualTo(reason);
        assertThat(traces.everything(number)).isEqualTo(before);
        assertThat(files.inBucket(submission.key(), desk.owner())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from request_submission where key = ?")
                        .param(submission.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void refused(Class<? extends Throwable> type, ThrowingCallable question) {
        Map<String, Object> before = traces.everything(number);
        assertThatExceptionOfType(type).isThrownBy(question);
        assertThat(traces.everything(number)).isEqualTo(before);
    }
}
