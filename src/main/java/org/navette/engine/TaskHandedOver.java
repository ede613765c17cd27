package org.navette.engine;

import org.jspecify.annotations.Nullable;

/**
 * Published when a task has been given to somebody else; in the transaction that gives it, the request's row locked.
 *
 * @param businessKey the request's number
 * @param task the task as the diagram calls it
 * @param agent who gave it
 * @param colleague who has it now; null when its group has
 * @param reason why, if it was said
 */
public record TaskHandedOver(
        String businessKey, String task, String agent, @Nullable String colleague, @Nullable String reason) {}
