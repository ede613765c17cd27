package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.engine.TaskHandover;
import org.navette.engine.Tasks;
import org.navette.files.ContentUnavailable;
import org.navette.files.FileResponses;
import org.navette.files.FileStore;
import org.navette.files.HourlyPurge;
import org.navette.files.StoredFile;
import org.navette.requests.Dossiers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("Files of an answer")
class ReceivedFilesTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Details details;

    @Autowired
    PartnerRequests requests;

    @Autowired
    FileStore files;

    @Autowired
    FileResponses responses;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskHandover handover;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Desk desk;
    private String number;
    private String agent;

    @BeforeEach
    void taken() {
        desk = world.desk("331");
        agent = world.agent("331");
        number = world.deposit(desk, "partners.case-review");
        world.take(number);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-14 what the agent has laid in the task is received with the answer, for fifteen days")
    void layAndReceived() throws IOException {
        UUID file = lay("notification.csv");
        assertThat(received()).isEmpty();
        world.answer(number, "La réponse");

        StoredFile stored = received().get(0);
        assertThat(received()).hasSize(1);
        assertThat(stored.id()).isEqualTo(file);
        assertThat(stored.availableUntil())
                .isCloseTo(stored.at().plus(Duration.ofDays(15)), within(5, ChronoUnit.SECONDS));
        assertThat(download()).isEqualTo("contenu;notification.csv");
        Browser browser = world.browser(desk, port);
        var answer = browser.get("/partenaires/demandes/" + number + "/fichiers/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("contenu;notification.csv");
    }

    @Test
    @DisplayName("PART-14 after fifteen days the content is refused at once, then removed; name, date and reason stay")
    void expired() throws IOException {
        lay("notification.csv");
        world.answer(number, "La réponse");
        StoredFile before = received().get(0);

        ClockUtil.setCurrentTime(
                Date.from(Objects.requireNonNull(before.availableUntil()).minusSeconds(1)));
        HourlyPurge.run(management);
        assertThat(download()).isEqualTo("contenu;notification.csv");

        ClockUtil.setCurrentTime(
                Date.from(Objects.requireNonNull(before.availableUntil()).plusSeconds(1)));
        // the date decides, the purge may be late
        assertThatExceptionOfType(ContentUnavailable.class).isThrownBy(this::download);
        assertThat(chunks(before)).isPositive();
        HourlyPurge.run(management);
        assertThat(chunks(before)).isZero();
        StoredFile after = received().get(0);
        assertThat(after.name()).isEqualTo("notification.csv");
        assertThat(after.at()).isEqualTo(before.at());
        assertThat(after.contentRemovedAt()).isNotNull();
        assertThat(after.removalReason()).contains("téléchargement");
        assertThatExceptionOfType(ContentUnavailable.class).isThrownBy(this::download);
        assertThat(details.of(desk, number).orElseThrow().received()).hasSize(1);
    }

    @Test
    @DisplayName("PART-14 the fifteen days of a file count from its own arrival, an answer to a question included")
    void eachFromItsArrival() throws IOException {
        lay("premier.csv");
        world.answer(number, "La réponse");
        world.later(Duration.ofDays(10));
        world.ask(desk, number, "Une question");
        lay("second.csv");
        world.answer(number, "Une autre réponse");
        world.later(Duration.ofDays(6));
        HourlyPurge.run(management);
        assertThat(received()).extracting(StoredFile::name).containsExactly("premier.csv", "second.csv");
        assertThat(received().get(0).contentRemovedAt()).isNotNull();
        assertThat(received().get(1).contentRemovedAt()).isNull();
        assertThat(read(received().get(1))).isEqualTo("contenu;second.csv");
    }

    @Test
    @DisplayName("PART-14 nothing is received from an answer that was refused, and nothing is lost of it")
    void refusedAnswer() {
        lay("notification.csv");
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> world.answer(number, "x".repeat(5_001)));
        assertThat(received()).isEmpty();
        world.answer(number, "La réponse");
        assertThat(received()).hasSize(1);
    }

    @Test
    @DisplayName("PART-14 what the partner has sent is no received file: its content is never given back")
    void sentIsNotReceived() {
        UUID key = UUID.randomUUID();
        world.answer(number, "La réponse");
        UUID sent = upload(key, desk.owner(), "partners.follow-up", "envoye.csv");
        requests.followUp(desk, number, new Submission(key, "", Map.of("message", "Une question"), List.of(sent)));
        assertThat(details.received(desk, number, sent)).isEmpty();
        assertThat(world.browser(desk, port)
                        .get("/partenaires/demandes/" + number + "/fichiers/" + sent)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("PART-13 what lies in a task goes with it when it is handed to a colleague")
    void handedOver() {
        lay("notification.csv");
        String colleague = world.agent("collegue.331", "331");
        String task = world.task(number).getId();
        handover.give(agent, task, colleague, null);
        assertThat(dossiers.of(colleague, UUID.fromString(task)).orElseThrow().added())
                .extracting(StoredFile::name)
                .containsExactly("notification.csv");
        tasks.submit(colleague, task, Map.of("answer", "La réponse du collègue"));
        assertThat(received()).extracting(StoredFile::name).containsExactly("notification.csv");
    }

    @Test
    @DisplayName("PART-14 what lies in a task waits for its answer, for days if need be; without the task it goes")
    void waitsForTheAnswer() {
        lay("notification.csv");
        for (int day = 0; day < 3; day++) {
            world.later(Duration.ofDays(2));
            HourlyPurge.run(management);
        }
        world.answer(number, "La réponse");
        assertThat(received()).hasSize(1);

        world.ask(desk, number, "Une question");
        UUID bucket = UUID.fromString(world.task(number).getId());
        lay("second.csv");
        runtime.deleteProcessInstance(world.task(number).getProcessInstanceId(), "essai");
        world.later(Duration.ofDays(2));
        HourlyPurge.run(management);
        assertThat(files.inBucket(bucket, Answers.OWNER)).isEmpty();
    }

    private UUID lay(String name) {
        return upload(UUID.fromString(world.task(number).getId()), Answers.OWNER, "partners.answer", name);
    }

    private UUID upload(UUID bucket, String owner, String context, String name) {
        return files.upload(
                        bucket,
                        owner,
                        files.rules(context, "331"),
                        0,
                        name,
                        new ByteArrayInputStream(("contenu;" + name).getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private List<StoredFile> received() {
        return details.of(desk, number).orElseThrow().received();
    }

    private String download() throws IOException {
        return read(received().get(0));
    }

    private String read(StoredFile file) throws IOException {
        StoredFile found = details.received(desk, number, file.id()).orElseThrow();
        var body = Objects.requireNonNull(responses.download(found).getBody());
        return body.getContentAsString(StandardCharsets.UTF_8);
    }

    private long chunks(StoredFile file) {
        return jdbc.sql("select count(*) from file_chunk where file_id = ?")
                .param(file.id())
                .query(Long.class)
                .single();
    }
}
