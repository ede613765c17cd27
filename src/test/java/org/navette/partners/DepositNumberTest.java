package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The number of a deposit")
class DepositNumberTest {

    private static final String OFFER = "partners.case-review";

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
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
        int first = numbers.stream().mapToInt(DepositNumberTest::rank).min().orElseThrow();
        assertThat(numbers.stream().map(DepositNumberTest::rank).sorted())
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

    private long requests() {
        return jdbc.sql("select count(*) from request").query(Long.class).single();
    }
}
