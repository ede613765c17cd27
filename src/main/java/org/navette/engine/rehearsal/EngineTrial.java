package org.navette.engine.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine whether it would move an instance; nothing of the move is written. */
@Component
class EngineTrial {

    private static final String ASYNC = "l'étape automatique que la demande attend n'attend plus dans l'autre version";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    EngineTrial(@Lazy RuntimeService runtime, @Lazy ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /**
     * Moves an instance and forgets it before it is written. The transaction around is to be rolled back.
     *
     * @return why the engine refuses; empty when it would do it, or when the instance has ended meanwhile
     */
    List<String> refusals(Comparison versions, String instance) {
        try {
            engine.getCommandExecutorTxRequired().execute(context -> {
                List<String> reasons = List.of();
                try {
                    runtime.newMigration(versions.plan())
                            .processInstanceIds(instance)
                            .execute();
                } catch (MigratingProcessInstanceValidationException e) {
                    reasons = french(versions.source(), e.getValidationReport());
                }
                // the engine writes at the end of its command, which is not reached
                throw new Enough(reasons);
            });
        } catch (Enough e) {
            return e.reasons;
        } catch (BadUserRequestException e) {
            return List.of();
        }
        throw new IllegalStateException("the trial went through");
    }

    /** What the engine says of an instance, in the words of the house. */
    static List<String> french(Elements diagram, MigratingProcessInstanceValidationReport report) {
        Stream<String> whole = report.getFailures().stream().map(why -> french(null, diagram, why));
        Stream<String> places = report.getActivityInstanceReports().stream()
                .flatMap(place ->
                        place.getFailures().stream().map(why -> french(place.getSourceScopeId(), diagram, why)));
        Stream<String> jobs = report.getTransitionInstanceReports().stream()
                .flatMap(job -> job.getFailures().stream().map(why -> french(job.getSourceScopeId(), diagram, why)));
        return Stream.of(whole, places, jobs).flatMap(each -> each).distinct().toList();
    }

    private static String french(@Nullable String place, Elements diagram, String why) {
        String where = Optional.ofNullable(place)
                .filter(id -> diagram.find(id).isPresent())
                .map(id -> diagram.label(id) + " : ")
                .orElse("");
        if (why.contains("no migration instruction")) {
            return where + "cet élément n'est plus le même dans l'autre version";
        }
        if (why.contains("async") || why.contains("Transition instance")) {
            return where + ASYNC;
        }
        if (why.contains("variable") || why.contains("Variable")) {
            return where + "une variable y porte le nom d'une autre, plus large";
        }
        return where + "le moteur ne sait pas faire passer cette demande (« " + why + " »)";
    }

    /** Ends the trial; of this type, since the engine writes no error of its own about it. */
    private static final class Enough extends BadUserRequestException {

        private final transient List<String> reasons;

        Enough(List<String> reasons) {
            super("enough");
            this.reasons = reasons;
        }
    }
}
