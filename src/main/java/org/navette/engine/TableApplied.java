package org.navette.engine;

/**
 * Published when a model has applied a table to an instance; in the transaction that does.
 *
 * @param businessKey the request's number
 * @param decision what the table answered
 */
public record TableApplied(String businessKey, Decision decision) {}
