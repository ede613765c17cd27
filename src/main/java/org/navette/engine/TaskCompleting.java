package org.navette.engine;

/**
 * Published before anything else when an agent completes a task, so that the request's row is locked first.
 *
 * @param businessKey the request's number
 * @param taskId the task
 * @param agent who completes it
 */
public record TaskCompleting(String businessKey, String taskId, String agent) {}
