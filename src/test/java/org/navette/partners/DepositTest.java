package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.forms.InvalidAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
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
    RuntimeService runtime;

    @Autowired
    MessageSource messages;

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

    @Test
    @DisplayName("PART-11 has a number of year, organism and rank, and starts at 00001 each year of Europe/Paris")
    void newYear() {
        Desk desk = world.desk("241");
        at("2041-12-31T22:59:58Z");
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4124100001");
        at("2041-12-31T22:59:59.999Z");
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4124100002");
        // midnight in Paris, not yet in Greenwich
        at("2041-12-31T23:00:00Z");
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4224100001");
        at("2042-06-01T12:00:00Z");
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4224100002");
        // each organism counts for itself
        assertThat(world.deposit(world.desk("471"), OFFER)).isEqualTo("4247100001");
    }

    @Test
    @DisplayName("PART-11 gets number 99999, and the next is refused clearly, leaving nothing")
    void exhausted() {
        Desk desk = world.desk("241");
        at("2043-03-01T12:00:00Z");
        jdbc.sql("insert into request_counter (scope, year, last) values ('partners:241', 2043, 99998)")
                .update();
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4324199999");
        long requests = requests();
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> world.deposit(desk, OFFER))
                    .extracting(Refused::reason)
                    .isEqualTo(Refused.Reason.NUMBERS_EXHAUSTED);
        }
        assertThat(requests()).isEqualTo(requests);
        assertThat(messages.getMessage(
                        "partners.refused.NUMBERS_EXHAUSTED", new Object[] {"CPAM DORDOGNE"}, Locale.FRENCH))
                .contains("CPAM DORDOGNE", "1er janvier");
        at("2043-12-31T23:00:00Z");
        assertThat(world.deposit(desk, OFFER)).isEqualTo("4424100001");
    }

    @Test
    @DisplayName("PART-11 two hundred from eight threads get two hundred numbers without gap, each with its process")
    void manyAtOnce() {
        Set<String> before = livingRequests();
        List<Desk> desks =
                IntStream.range(0, 8).mapToObj(i -> world.desk("171")).toList();
        List<Callable<List<String>>> threads = new ArrayList<>();
        for (Desk desk : desks) {
            threads.add(() -> IntStream.range(0, 25)
                    .mapToObj(i -> world.deposit(desk, OFFER))
                    .toList());
        }
        var outcomes = AtOnce.call(threads);
        assertThat(outcomes).extracting(AtOnce.Outcome::failure).containsOnlyNulls();
        List<String> numbers = outcomes.stream()
                .flatMap(outcome -> Objects.requireNonNull(outcome.value()).stream())
                .toList();
        assertThat(numbers).hasSize(200).allMatch(number -> number.matches("\\d{2}171\\d{5}"));
        int first = numbers.stream().mapToInt(DepositTest::rank).min().orElseThrow();
        assertThat(numbers.stream().map(DepositTest::rank).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(first, first + 200).boxed().toList());
        assertThat(numbers).allSatisfy(number -> {
            assertThat(traces.instances(number)).isEqualTo(1);
            assertThat(traces.labels(number)).containsExactly("Nouveau");
        });
        // and no instance more than there are requests, whatever its business key
        assertThat(livingRequests()).hasSize(before.size() + 200).containsAll(numbers);
    }

    /** The living instances of the diagram in the organism, by business key or, without one, by id. */
    private Set<String> livingRequests() {
        Set<String> living = new HashSet<>();
        for (var instance : runtime.createProcessInstanceQuery()
                .processDefinitionKey("partner-request")
                .tenantIdIn("171")
                .list()) {
            assertThat(living.add(Objects.requireNonNullElse(instance.getBusinessKey(), instance.getId())))
                    .as("one instance for %s", instance.getBusinessKey())
                    .isTrue();
        }
        return living;
    }

    private static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
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
