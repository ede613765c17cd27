package org.navette.engine;

/**
 * An agent has another password, chosen by themselves; published inside the transaction that sets it.
 *
 * @param email empty when none is known
 */
public record AgentPasswordChanged(String login, String firstName, String lastName, String email) {}
