package org.navette.engine;

/**
 * Published when a task is completed, or goes with its instance; in the transaction that ends it.
 *
 * @param taskId the task
 */
public record TaskEnded(String taskId) {}
