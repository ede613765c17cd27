package org.navette.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published, in the transaction that moves the instance, when it passes a milestone.
 *
 * @param processInstanceId the instance
 * @param businessKey the request's number
 * @param milestone what was reached
 * @param agent who acts, or null when it is not an agent
 * @param variables the routing facts of the instance at that moment
 */
public record MilestoneReached(
        String processInstanceId,
        String businessKey,
        Milestone milestone,
        @Nullable String agent,
        Map<String, Object> variables) {}
