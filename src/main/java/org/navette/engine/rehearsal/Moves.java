package org.navette.engine.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.jspecify.annotations.Nullable;
import org.navette.engine.AgentForms;
import org.navette.engine.InstanceMoving;
import org.navette.engine.ModelBean;
import org.navette.engine.rehearsal.Definitions.Definition;
import org.navette.engine.rehearsal.MoveRows.Move;
import org.navette.engine.rehearsal.Report.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves running instances to the version of an applied package, one transaction each, its request's row locked first. The
 * process {@code model-change} calls it in the background until none is left.
 */
@Component("modelMoves")
@ModelBean
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
    private static final String PROCESS = "model-change";
    private static final String REHEARSAL = "rehearsal";
    private static final int AT_ONCE = 50;
    private static final int MOST_ATTEMPTS = 5;

    private final MoveRows rows;
    private final Situations situations;
    private final Verdicts verdicts;
    private final AgentForms forms;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final ApplicationEventPublisher events;

    Moves(
            MoveRows rows,
            Situations situations,
            Verdicts verdicts,
            AgentForms forms,
            @Lazy RuntimeService runtime,
            @Lazy ProcessEngineConfigurationImpl engine,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.situations = situations;
        this.verdicts = verdicts;
        this.forms = forms;
        this.runtime = runtime;
        this.engine = engine;
        this.events = events;
    }

    /** Notes the running instances that a deployment leaves behind; true when there are any. */
    boolean prepare(UUID rehearsal, List<Definition> deployed) {
        return deployed.stream()
                        .filter(definition -> definition.kind() == Kind.PROCESS)
                        .mapToInt(process -> rows.note(rehearsal, process))
                        .sum()
                > 0;
    }

    /** Sends back what was moved; true when there is any. */
    boolean back(UUID rehearsal) {
        return rows.back(rehearsal) > 0;
    }

    /** Begins in the background, once the caller's transaction is committed. */
    void start(UUID rehearsal) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> runtime.startProcessInstanceByKey(PROCESS, Map.of(REHEARSAL, rehearsal.toString()))));
    }

    Journal journal(UUID rehearsal) {
        return rows.journal(rehearsal);
    }

    /**
     * Moves the next instances.
     *
     * @param job the instance of {@code model-change}
     * @return how many are left
     */
    public long some(DelegateExecution job) {
        return some(UUID.fromString((String) job.getVariable(REHEARSAL)));
    }

    long some(UUID rehearsal) {
        Map<String, Comparison> comparisons = new HashMap<>();
        for (Move move : rows.next(rehearsal, AT_ONCE)) {
            try {
                alone(() -> move(rehearsal, move, comparisons));
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                alone(() -> busy(rehearsal, move));
            } catch (RuntimeException e) {
                LOG.error("Instance {} does not move", move.instance(), e);
                alone(() ->
                        stays(rehearsal, move, "une erreur est survenue ; elle est dans le journal de l'application"));
            }
        }
        return alone(() -> rows.left(rehearsal));
    }

    private @Nullable Void move(UUID rehearsal, Move move, Map<String, Comparison> comparisons) {
        if (move.request() != null) {
            events.publishEvent(new InstanceMoving(move.request()));
        }
        if (!rows.lock(rehearsal, move)) {
            return null;
        }
        String from = move.back() ? move.to() : move.from();
        String to = move.back() ? move.from() : move.to();
        Situation situation = situations.ofInstance(move.instance()).orElse(null);
        if (situation == null) {
            rows.ended(rehearsal, move.instance(), move.back() ? "RETURNED" : "ENDED", null);
            return null;
        }
        if (!situation.definitionId().equals(from)) {
            return stays(rehearsal, move, "la demande est passée entre-temps à une autre version");
        }
        Comparison comparison = comparisons.computeIfAbsent(
                from + " " + to, pair -> move.back() ? verdicts.compareBack(from, to) : verdicts.compare(from, to));
        List<String> reasons = comparison.missing(situation);
        if (reasons.isEmpty()) {
            reasons = execute(comparison, move.instance());
        }
        if (!reasons.isEmpty()) {
            return stays(rehearsal, move, String.join(" ; ", reasons));
        }
        if (move.back()) {
            note(move.instance(), move.formsBefore());
            rows.ended(rehearsal, move.instance(), "RETURNED", null);
        } else {
            rows.forms(rehearsal, move.instance(), (String) runtime.getVariable(move.instance(), AgentForms.VERSIONS));
            note(move.instance(), forms.latest(engine.getDeploymentCache().findDeployedProcessDefinitionById(to)));
            rows.ended(rehearsal, move.instance(), "MOVED", null);
        }
        return null;
    }

    private List<String> execute(Comparison comparison, String instance) {
        try {
            runtime.newMigration(comparison.plan()).processInstanceIds(instance).execute();
            return List.of();
        } catch (MigratingProcessInstanceValidationException e) {
            return EngineTrial.french(comparison.source(), e.getValidationReport());
        }
    }

    /** The versions of the agents' forms that count for the instance from now on. */
    private void note(String instance, @Nullable String versions) {
        if (versions == null || versions.isEmpty()) {
            runtime.removeVariable(instance, AgentForms.VERSIONS);
        } else {
            runtime.setVariable(instance, AgentForms.VERSIONS, versions);
        }
    }

    private @Nullable Void stays(UUID rehearsal, Move move, String why) {
        rows.ended(rehearsal, move.instance(), move.back() ? "KEPT" : "STAYED", why);
        return null;
    }

    private @Nullable Void busy(UUID rehearsal, Move move) {
        if (move.attempts() + 1 >= MOST_ATTEMPTS) {
            return stays(rehearsal, move, "quelqu'un ou un délai agissait sur la demande à chaque essai");
        }
        rows.again(rehearsal, move.instance());
        return null;
    }

    /** A transaction and an engine command of its own, also inside a job. */
    private <T> T alone(Supplier<T> action) {
        return engine.getCommandExecutorTxRequiresNew()
                .execute(context -> context.runWithoutAuthorization(action::get));
    }
}
