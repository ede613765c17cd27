package org.navette.engine;

/**
 * Published before an instance is moved to another version of its diagram, so that the request's row is locked first.
 *
 * @param businessKey the request's number
 */
public record InstanceMoving(String businessKey) {}
