package org.navette.engine;

import org.jspecify.annotations.Nullable;

/**
 * Published when an instance ends without passing an end event: somebody deleted it, in Cockpit for example.
 *
 * @param businessKey the request's number
 * @param agent who did it, when known
 */
public record InstanceDeleted(String businessKey, @Nullable String agent) {}
