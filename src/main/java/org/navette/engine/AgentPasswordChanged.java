package org.navette.engine;

/**
 * An agent has another password, chosen by themselves; published inside the transaction that sets it.
 *
 * @param firstName empty when it is not known, as the two others
 */
public record AgentPasswordChanged(String login, String firstName, String lastName, String email) {}
