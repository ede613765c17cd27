package org.navette.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.navette.engine.Agents;
import org.navette.engine.InstanceDeleted;
import org.navette.engine.InstanceMoving;
import org.navette.engine.Milestone;
import org.navette.engine.MilestoneReached;
import org.navette.engine.Phase;
import org.navette.engine.TaskActing;
import org.navette.engine.TaskHandedOver;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what the diagrams say onto the requests and their timelines, in the same transaction. */
@Component
class StatusProjection {

    private final RequestRows rows;
    private final Timeline timeline;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusProjection(
            RequestRows rows, Timeline timeline, Agents agents, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.agents = agents;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void lockFirst(TaskActing task) {
        rows.lock(task.businessKey());
    }

    @EventListener
    void lockFirst(InstanceMoving instance) {
        rows.lock(instance.businessKey());
    }

    @EventListener
    void project(MilestoneReached reached) {
        reach(reached.businessKey(), reached.milestone(), Actor.current(reached.agent()), reached.variables());
    }

    /** Somebody deleted the instance: the request must not wait for ever. */
    @EventListener
    void project(InstanceDeleted deleted) {
        rows.lock(deleted.businessKey())
                .filter(request -> !request.phase().isFinal())
                .ifPresent(request -> reach(
                        request.number(),
                        new Milestone("deleted", "Supprimé", Phase.CANCELLED, List.of(), null),
                        Actor.current(deleted.agent()),
                        Map.of()));
    }

    /** A task has changed hands: its request's row is locked already. */
    @EventListener
    void record(TaskHandedOver handed) {
        String to = handed.colleague() == null
                ? "remise au groupe"
                : "confiée à "
                        + agents.find(handed.colleague())
                                .map(Agents.Person::name)
                                .orElse(handed.colleague());
        rows.lock(handed.businessKey())
                .ifPresent(request -> timeline.add(
                        request.id(),
                        clock.instant(),
                        Timeline.HANDOVER,
                        "Tâche « " + handed.task() + " » " + to,
                        Actor.agent(handed.agent()),
                        handed.reason() == null ? Map.of() : Map.of("reason", handed.reason())));
    }

    private void reach(String number, Milestone milestone, Actor actor, Map<String, Object> variables) {
        Request request = rows.lock(number).orElseThrow();
        Instant now = clock.instant();
        request.reach(milestone, now);
        int seq = timeline.add(
                request.id(),
                now,
                "STATUS",
                milestone.label(),
                actor,
                Map.of("code", milestone.code(), "phase", milestone.phase().name()));
        events.publishEvent(new StatusChanged(request, milestone, seq, variables));
    }
}
