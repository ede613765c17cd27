package org.navette.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.navette.engine.InstanceDeleted;
import org.navette.engine.InstanceMoving;
import org.navette.engine.Milestone;
import org.navette.engine.MilestoneReached;
import org.navette.engine.Phase;
import org.navette.engine.TaskActing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what the diagrams say onto the requests and their timelines, in the same transaction. */
@Component
class StatusProjection {

    private final RequestRows rows;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusProjection(RequestRows rows, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
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
