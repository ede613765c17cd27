package org.navette.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What an agent typed to start an instance, while it starts: a transient variable, gone when the transaction ends. The
 * listener or delegate that registers the request reads it, and gives the instance its number as business key.
 *
 * @param agent who starts it
 * @param formDefinitionId the version of the form that was answered, to be kept with the answers
 * @param answers as the form's check returned them
 */
public record AgentStart(String agent, String formDefinitionId, Map<String, Object> answers) {

    static final String VARIABLE = "agentStart";

    /** What was typed to start this instance; nothing when the application started it. */
    public static Optional<AgentStart> of(VariableScope instance) {
        return Optional.ofNullable((AgentStart) instance.getVariable(VARIABLE));
    }
}
