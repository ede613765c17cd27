package org.navette.engine;

/**
 * Published before anything else when an agent claims, hands over or completes a task, so that the request's row is locked
 * first.
 *
 * @param businessKey the request's number
 * @param taskId the task
 * @param agent who acts
 */
public record TaskActing(String businessKey, String taskId, String agent) {}
