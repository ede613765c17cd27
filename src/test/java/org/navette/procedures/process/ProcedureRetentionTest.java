package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Wizard;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-05 The diagram procedure-retention")
class ProcedureRetentionTest {

    private static final String PROCESS = "procedure-retention";

    /** Words that only this test types. */
    private static final String TYPED = "zinzinuler|turlupinade|godelureau|billevesées";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Wizard wizard;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-05 announces and erases what was typed, asked, corrected and decided, and keeps the statuses")
    void wholeLife() {
        Office office = world.responsible();
        UUID draft = world.draft(office, "staff-change");
        wizard.save(office, draft, "technical", Map.of("comment", "Zinzinuler"), world.version(office, draft));
        world.upload(office, draft, "diploma", "godelureau.pdf");
        String number = world.send(office, draft);
        service.ask(number, List.of("technical"), List.of());
        world.correct(office, number);
        service.decide(number, Map.of("outcome", "REFUSED", "ground", "OTHER", "explanation", "Turlupinade"));
        letters.send(world.login(office));
        assertThat(search.columnsWith("zinzinuler", "procedure%")).isNotEmpty();

        nights.age(number, "23 months 2 days");
        nights.pass(PROCESS);
        assertThat(letters.lastTo(world.login(office)))
                .satisfies(letter -> assertThat(letter.text()).contains(number, "/demarches"));
        world.pass(Duration.ofDays(31));
        nights.pass(PROCESS);

        assertThat(nights.erased(number)).isTrue();
        assertThat(search.columnsWith(TYPED, "%")).isEmpty();
        assertThat(traces.labels(number)).contains("Corrections demandées", "Refusée");
    }
}
