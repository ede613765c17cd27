package org.navette.requests;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Agents;
import org.navette.forms.Form;
import org.navette.forms.Option;

/**
 * What an agent can do with a task.
 *
 * @param task the task as the diagram calls it, which is the name of its button
 * @param mine whether it is attributed to this agent
 * @param holder the colleague who has it; null when it is free or the agent's own
 * @param form the task's form; null when it asks nothing, so that one press takes and ends the task
 * @param options choices that the form takes from the request
 * @param draft what was typed and not sent yet
 * @param colleagues who else could have it; null when the agent may not give it away
 */
public record Acting(
        String task,
        boolean mine,
        @Nullable String holder,
        @Nullable Form form,
        Map<String, List<Option>> options,
        Map<String, Object> draft,
        @Nullable List<Agents.Person> colleagues) {

    /** True when nobody has the task. */
    public boolean isFree() {
        return !mine && holder == null;
    }
}
