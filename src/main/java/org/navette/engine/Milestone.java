package org.navette.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A status as drawn on a diagram: an event that carries a code and a phase.
 *
 * @param code free, stable, for colours and filters
 * @param label the event's name, as people read it
 * @param phase where the request stands
 * @param actions what the partner may do there
 * @param mail template to send when it is reached
 */
public record Milestone(String code, String label, Phase phase, List<String> actions, @Nullable String mail) {}
