package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PART-25 The news of an organism")
class NewsroomTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Newsroom newsroom;

    @Autowired
    NewsInForce inForce;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Supervisor supervisor;
    private Supervisor stranger;
    private LocalDate today;

    @BeforeEach
    void people() {
        supervisor = world.supervisorOf("171");
        stranger = world.supervisorOf("241");
        today = LocalDate.now(clock);
        clear();
    }

    /** Other tests go home without news. */
    @AfterEach
    void clear() {
        jdbc.sql("delete from news where organism_code in ('171', '241')").update();
    }

    private NewsText text(String title, int from, int to) {
        return new NewsText(
                title,
                "Texte",
                today.plusDays(from).toString(),
                today.plusDays(to).toString());
    }

    private UUID publish(String title, int from, int to) {
        UUID id = UUID.randomUUID();
        newsroom.publish(supervisor, id, text(title, from, to));
        return id;
    }

    private List<String> read() {
        return inForce.of("171", today).stream().map(News::title).toList();
    }

    @Test
    @DisplayName("PART-05 PART-25 are read from their first day to their last, both included, and not when withdrawn")
    void window() {
        publish("Hier", -3, 0);
        publish("Demain", 1, 5);
        publish("Dès aujourd'hui", 0, 3);
        UUID taken = publish("Retirée", -1, 3);
        newsroom.withdraw(supervisor, taken);
        assertThat(read()).containsExactly("Dès aujourd'hui", "Hier");
        assertThat(newsroom.of(supervisor).stream().map(newsroom::state))
                .containsExactly(News.State.COMING, News.State.IN_FORCE, News.State.WITHDRAWN, News.State.IN_FORCE);
        newsroom.change(supervisor, taken, 1, text("De nouveau", -1, 3));
        assertThat(read()).contains("De nouveau");
    }

    @ParameterizedTest
    @CsvSource({
        "'', x, 0, 1, title, MISSING",
        "x, '', 0, 1, body, MISSING",
        "x, x, 1, 0, to, BEFORE_START",
        "x, x, -5, -1, to, PAST",
    })
    @DisplayName("PART-25 that nobody could read are refused, field by field")
    void invalid(String title, String body, int from, int to, String field, String problem) {
        var typed = new NewsText(
                title, body, today.plusDays(from).toString(), today.plusDays(to).toString());
        assertThatThrownBy(() -> newsroom.publish(supervisor, UUID.randomUUID(), typed))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).isEqualTo(Map.of(field, problem)));
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2030, true",
        "2030-12-31, true",
        "31/02/2030, false",
        "0203-01-01, false",
        "12030-01-01, false",
        "demain, false",
    })
    @DisplayName("PART-25 take a day as browsers or as people write it, and no day that does not exist")
    void days(String typed, boolean isDay) {
        assertThat(TypedDay.of(typed).isPresent()).isEqualTo(isDay);
    }

    @Test
    @DisplayName("PART-25 of another organism are neither read, changed nor withdrawn")
    void scope() {
        UUID id = publish("À nous", 0, 3);
        assertThat(newsroom.of(stranger)).isEmpty();
        assertThatThrownBy(() -> newsroom.get(stranger, id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> newsroom.change(stranger, id, 0, text("Volée", 0, 3)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> newsroom.withdraw(stranger, id)).isInstanceOf(NoSuchElementException.class);
        newsroom.publish(stranger, id, text("Volée", 0, 3));
        assertThat(read()).containsExactly("À nous");
        assertThat(newsroom.of(stranger)).isEmpty();
    }

    @RepeatedTest(5)
    @DisplayName("PART-25 sent several times at the same instant are published, and told in the journal, once")
    void doublePost() {
        UUID key = UUID.randomUUID();
        String title = "Une fois " + key;
        List<Callable<Object>> posts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            posts.add(() -> {
                newsroom.publish(supervisor, key, text(title, 0, 3));
                return null;
            });
        }
        assertThat(AtOnce.call(posts)).allMatch(AtOnce.Outcome::won);
        assertThat(read()).containsExactly(title);
        assertThat(newsroom.changes(supervisor).stream()
                        .filter(entry -> entry.text().contains(title)))
                .hasSize(1)
                .allMatch(entry -> entry.name().equals("Sabine Superviseur"));
    }

    @RepeatedTest(5)
    @DisplayName("PART-25 of two supervisors who change news at the same instant one is told of the other")
    void atOnce() {
        UUID id = publish("Partagée", 0, 3);
        var outcomes = AtOnce.run(
                () -> newsroom.change(supervisor, id, 0, text("De l'une", 0, 3)),
                () -> newsroom.change(supervisor, id, 0, text("De l'autre", 0, 3)));
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.failure(ChangedMeanwhile.class) != null))
                .hasSize(1);
    }
}
