package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.mail.Outbox;
import org.navette.mail.SentMail;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-05 The month that a data officer has to decide")
class DecisionRemindersTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    SentLetters letters;

    @Autowired
    Outbox outbox;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    /** The subjects: the mailbox outlives the database, whose numbers begin anew. */
    private List<String> about(String number) {
        letters.send(OfficerWorld.ADDRESS);
        return outbox.about(number).stream()
                .filter(mail -> mail.to().equals(OfficerWorld.ADDRESS))
                .map(SentMail::subject)
                .toList();
    }

    private String dueDay() {
        return LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Paris"))
                .plusDays(30)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("COMM-05 is recalled to them by mail five days before its end and on the day after, once each")
    void recalled(Kind kind) {
        var desk = world.desk("331");
        String number = officers.open(kind, desk.account(), null);
        String due = dueDay();
        world.later(Duration.ofDays(24));
        world.runDueTimers(number);
        assertThat(about(number)).isEmpty();
        world.later(Duration.ofDays(1).plusHours(2));
        world.runDueTimers(number);
        assertThat(about(number)).singleElement().asString().contains(number, "décision attendue");
        assertThat(letters.lastTo(OfficerWorld.ADDRESS)).satisfies(letter -> {
            assertThat(letter.text()).contains(number, due).doesNotContain(world.login(desk), "Chausson");
            assertThat(letter.link()).isEqualTo("/camunda/app/tasklist/default/");
        });
        world.later(Duration.ofDays(5));
        world.runDueTimers(number);
        assertThat(about(number)).hasSize(1);
        world.later(Duration.ofDays(1));
        world.runDueTimers(number);
        assertThat(about(number)).hasSize(2).last().asString().contains(number, "dépassé");
        assertThat(letters.lastTo(OfficerWorld.ADDRESS).text()).contains(number, due);
        // the task waits on, and its request has not moved
        assertThat(world.task(number).getDueDate()).isNotNull();
        assertThat(world.status(number)).isEqualTo("Demandé");
    }

    @Test
    @DisplayName("COMM-05 is past when the server was down meanwhile: one mail says so, none that it is near")
    void late() {
        String number = officers.open(Kind.EXPORT, world.desk("331").account(), null);
        world.later(Duration.ofDays(40));
        world.runDueTimers(number);
        assertThat(about(number)).singleElement().asString().contains("dépassé");
    }

    @Test
    @DisplayName("COMM-05 is recalled to nobody once it is decided")
    void decided() {
        String number = officers.open(Kind.EXPORT, world.desk("331").account(), null);
        officers.decide(number, OfficerWorld.ACCEPTED);
        world.later(Duration.ofDays(31).plusHours(2));
        world.runDueTimers(number);
        assertThat(about(number)).isEmpty();
    }
}
