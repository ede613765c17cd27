package org.navette.engine;

import org.jspecify.annotations.Nullable;

/**
 * A task as an agent sees it.
 *
 * @param id the task's id
 * @param name as the diagram calls it
 * @param businessKey the request's number
 * @param assignee who has it, if anyone
 * @param formDefinitionId the version of its form that it shows, if it has a form
 */
public record AgentTask(
        String id, String name, String businessKey, @Nullable String assignee, @Nullable String formDefinitionId) {}
