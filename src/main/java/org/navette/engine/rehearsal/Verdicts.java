package org.navette.engine.rehearsal;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says what becomes of the instances of a situation: by comparing the diagrams, then by the engine's own trial. */
@Component
class Verdicts {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineTrial trial;

    Verdicts(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, EngineTrial trial) {
        this.runtime = runtime;
        this.repository = repository;
        this.trial = trial;
    }

    /** What was found for a situation. */
    record Judged(Situation situation, Report.Verdict verdict, String place, List<String> reasons) {

        Report.GroupReport group() {
            return new Report.GroupReport(place, situation.count(), verdict, reasons);
        }
    }

    /** The name of a process, as this version of it says. */
    String title(String definition) {
        return new Elements(repository.getBpmnModelInstance(definition)).title();
    }

    Comparison compare(String from, String to) {
        return Comparison.of(runtime, repository, from, to, false);
    }

    /** The way back, from the new version to the old one. */
    Comparison compareBack(String from, String to) {
        return Comparison.of(runtime, repository, from, to, true);
    }

    /** Judges a situation; the transaction around is to be rolled back. */
    Judged judge(Comparison versions, Situation situation) {
        String place = versions.place(situation);
        List<String> missing = versions.missing(situation);
        if (!missing.isEmpty()) {
            return new Judged(situation, Report.Verdict.MAP, place, missing);
        }
        List<String> refusals = trial.refusals(versions, situation.first());
        return new Judged(situation, refusals.isEmpty() ? Report.Verdict.MOVE : Report.Verdict.STAY, place, refusals);
    }
}
