package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.navette.AtOnce.Outcome;
import org.navette.engine.TaskRefused;
import org.springframework.context.MessageSource;

/** What must be true once two people have met: the request tells one story, and who came too late is told. */
record RaceEnd(Traces traces, MessageSource messages) {

    void state(String number, String status, List<String> openTasks, long instances) {
        assertThat(traces.status(number)).isEqualTo(status);
        assertThat(traces.tasks(number)).isEqualTo(openTasks);
        assertThat(traces.instances(number)).isEqualTo(instances);
    }

    void oneWins(int round, List<Outcome<Void>> outcomes, Refused.Reason told) {
        List<Outcome<Void>> losers = new ArrayList<>(outcomes);
        losers.removeIf(Outcome::won);
        assertThat(losers).as("round %d: %s", round, outcomes).hasSize(1);
        refused(losers.get(0), told);
    }

    void refused(Outcome<Void> outcome, Refused.Reason told) {
        Refused refusal = outcome.failure(Refused.class);
        assertThat(refusal).as("%s", outcome).isNotNull();
        assertThat(refusal.reason()).isEqualTo(told);
        assertThat(messages.getMessage("partners.refused." + told, new Object[] {"CPAM GIRONDE"}, Locale.FRENCH))
                .hasSizeGreaterThan(30);
    }

    /** What the agent reads. */
    static String refusedAgent(Outcome<Void> outcome) {
        TaskRefused refusal = outcome.failure(TaskRefused.class);
        assertThat(refusal).as("%s", outcome).isNotNull();
        assertThat(refusal.getMessage()).contains("tâche");
        return refusal.getMessage();
    }
}
