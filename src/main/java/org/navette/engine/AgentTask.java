package org.navette.engine;

import org.jspecify.annotations.Nullable;

/**
 * A task as an agent sees it.
 *
 * @param id the task's id
 * @param name as the diagram calls it
 * @param businessKey the request's number
 * @param assignee who has it, if anyone
 * @param formId its form, if it has one
 */
public record AgentTask(
        String id, String name, String businessKey, @Nullable String assignee, @Nullable String formId) {}
