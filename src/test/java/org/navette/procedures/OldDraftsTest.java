package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@DisplayName("PROC-05 Old drafts")
class OldDraftsTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    OldDrafts old;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void prepare() {
        office = world.responsible();
        world.draft(office, "staff-change");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-05 on two nodes at once warns each author once and counts no draft twice, over several batches")
    void twoNodes() {
        List<Office> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Office other = world.responsible();
            others.add(other);
            for (int n = 0; n < 80; n++) {
                drafts.begin(other, "certificate");
            }
        }
        world.pass(Duration.ofDays(76));
        assertThat(sum(AtOnce.call(List.of(old::warn, old::warn)))).isGreaterThanOrEqualTo(241);
        for (Office other : others) {
            assertThat(traces.draftWarnings(world.login(other))).isEqualTo(80);
        }
        assertThat(traces.draftWarnings(world.login(office))).isEqualTo(1);
        assertThat(old.warn()).isZero();
        world.pass(Duration.ofDays(15));
        long there = jdbc.sql("select count(*) from procedure_draft")
                .query(Long.class)
                .single();
        long deleted = sum(AtOnce.call(List.of(old::delete, old::delete)));
        long left = jdbc.sql("select count(*) from procedure_draft")
                .query(Long.class)
                .single();
        assertThat(deleted).isEqualTo(there - left).isGreaterThanOrEqualTo(241);
        assertThat(old.delete()).isZero();
        assertThat(drafts.of(others.get(0))).isEmpty();
    }

    @Test
    @DisplayName("PROC-05 a draft that is saved at the very moment is saved or was gone, and never both")
    void savedMeanwhile() {
        for (int round = 0; round < 20; round++) {
            ClockUtil.reset();
            UUID id = drafts.begin(office, "certificate");
            world.pass(Duration.ofDays(76));
            old.warn();
            world.pass(Duration.ofDays(15));
            var outcomes = AtOnce.run(() -> wizard.save(office, id, "technical", Map.of(), 0), old::delete);
            assertThat(outcomes.get(1).won()).as("%s", outcomes).isTrue();
            assertThat(drafts.find(office, id).isPresent())
                    .as("round %d: %s", round, outcomes)
                    .isEqualTo(outcomes.get(0).won());
        }
    }

    private static long sum(List<Outcome<Integer>> outcomes) {
        assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
        return outcomes.stream().mapToLong(outcome -> outcome.value()).sum();
    }
}
