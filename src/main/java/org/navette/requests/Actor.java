package org.navette.requests;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a request, for its timeline.
 *
 * @param kind partner, agent or the system itself
 * @param id account id or agent's login; null for the system
 * @param name as colleagues read it; an agent's is never shown to partners
 */
public record Actor(Kind kind, @Nullable String id, @Nullable String name) {

    /** The system itself: a timer, a batch. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    public static Actor partner(String id, String name) {
        return new Actor(Kind.PARTNER, id, name);
    }

    public static Actor agent(String id) {
        return new Actor(Kind.AGENT, id, null);
    }

    /** Runs an action in this actor's name: milestones that it reaches are written to the timeline as theirs. */
    public <T> T doing(Supplier<T> action) {
        Actor before = CURRENT.get();
        CURRENT.set(this);
        try {
            return action.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static Actor current(@Nullable String agent) {
        Actor current = CURRENT.get();
        if (current != null) {
            return current;
        }
        return agent == null ? SYSTEM : agent(agent);
    }

    /** The three kinds of actors. */
    public enum Kind {
        PARTNER,
        AGENT,
        SYSTEM
    }
}
