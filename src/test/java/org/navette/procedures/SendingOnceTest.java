package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.procedures.Refusals.refused;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROC-10 What is sent counts once, with a number of its own")
class SendingOnceTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void people() {
        office = world.responsible();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-10 a validation sent twice counts once, also later, and gives the same number")
    void twice() {
        UUID draft = world.draft(office, "staff-change");
        String number = world.send(office, draft);
        assertThat(world.send(office, draft)).isEqualTo(number);
        service.ask(number, List.of("technical"), List.of());
        assertThat(world.send(office, draft)).isEqualTo(number);
        assertThat(traces.instances(number)).isEqualTo(1);
        assertThat(traces.letters(number)).containsExactly("procedures/received", "procedures/corrections");
    }

    @Test
    @DisplayName(
            "PROC-10 eight validations of one draft at the same instant make one request and are all told its number")
    void eightAtOnce() {
        for (int round = 0; round < 5; round++) {
            UUID draft = world.draft(office, "staff-change");
            long before = requests();
            List<Outcome<String>> outcomes =
                    AtOnce.call(Collections.nCopies(8, (Callable<String>) () -> world.send(office, draft)));
            assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
            assertThat(new HashSet<>(outcomes.stream().map(Outcome::value).toList()))
                    .hasSize(1);
            assertThat(requests()).isEqualTo(before + 1);
            String number = outcomes.get(0).value();
            assertThat(traces.files(number)).hasSize(1);
            assertThat(traces.letters(number)).containsExactly("procedures/received");
        }
    }

    @Test
    @DisplayName("PROC-10 a draft that a colleague sends at the same instant is sent once")
    void colleagues() {
        Office colleague = world.colleague(office, Standing.RESPONSIBLE);
        for (int round = 0; round < 15; round++) {
            UUID draft = world.draft(office, "certificate");
            long before = requests();
            var outcomes = AtOnce.run(() -> world.send(office, draft), () -> world.send(colleague, draft));
            assertThat(outcomes.stream().filter(Outcome::won).count())
                    .as("round %d: %s", round, outcomes)
                    .isEqualTo(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.won()).toList())
                    .allSatisfy(outcome -> assertThat(outcome.failure(NoSuchElementException.class))
                            .as("round: %s", outcome)
                            .isNotNull());
            assertThat(requests()).isEqualTo(before + 1);
        }
    }

    @Test
    @DisplayName(
            "PROC-10 numbers are of the year of Paris, from 000001, without gap, whoever sends and whatever is refused")
    void numbers() {
        Office other = world.responsible();
        UUID late = world.draft(office, "certificate");
        UUID early = world.draft(other, "certificate");
        UUID incomplete = drafts.begin(other, "staff-change");
        UUID last = world.draft(office, "certificate");
        at("2051-12-31T22:59:59Z");
        assertThat(world.send(office, late)).isEqualTo("LPP-2051-000001");
        at("2051-12-31T23:00:00Z");
        assertThat(world.send(other, early)).isEqualTo("LPP-2052-000001");
        refused(Refused.Reason.INCOMPLETE, () -> world.send(other, incomplete));
        assertThat(world.send(office, last)).isEqualTo("LPP-2052-000002");
    }

    @Test
    @DisplayName("PROC-10 forty from four companies at once get forty numbers without gap")
    void manyAtOnce() {
        List<Callable<List<String>>> threads = IntStream.range(0, 4)
                .mapToObj(i -> world.responsible())
                .map(sender -> (Callable<List<String>>) () -> IntStream.range(0, 10)
                        .mapToObj(i -> world.send(sender, "certificate"))
                        .toList())
                .toList();
        at("2053-05-05T12:00:00Z");
        var outcomes = AtOnce.call(threads);
        assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
        List<String> numbers =
                outcomes.stream().flatMap(outcome -> values(outcome)).sorted().toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj("LPP-2053-%06d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("PROC-10 after number 999999 the next is refused clearly, and the draft stays")
    void exhausted() {
        UUID draft = world.draft(office, "certificate");
        UUID next = world.draft(office, "certificate");
        at("2054-05-05T12:00:00Z");
        jdbc.sql("insert into request_counter (scope, year, last) values ('procedures', 2054, 999998)")
                .update();
        assertThat(world.send(office, draft)).isEqualTo("LPP-2054-999999");
        refused(Refused.Reason.NUMBERS_EXHAUSTED, () -> world.send(office, next));
        assertThat(drafts.find(office, next)).isPresent();
    }

    private static Stream<String> values(Outcome<List<String>> outcome) {
        return java.util.Objects.requireNonNull(outcome.value()).stream();
    }

    private static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    private long requests() {
        return jdbc.sql("select count(*) from request").query(Long.class).single();
    }
}
