package org.navette.partners;

import java.util.Set;
import java.util.UUID;
import org.navette.accounts.Account;

/**
 * A technician as the manager of their structure sees them.
 *
 * @param organisms codes of the organisms that the technician is attached to
 */
public record Technician(Account account, Set<String> organisms) {

    public UUID id() {
        return account.id();
    }

    public String name() {
        return account.displayName();
    }

    /** True unless the account is deactivated; one that waits for its activation takes a place too. */
    public boolean isActive() {
        return account.active();
    }

    public State state() {
        if (!account.active()) {
            return State.DEACTIVATED;
        }
        return account.activatedAt() == null ? State.WAITING : State.ACTIVE;
    }

    /** What an account can be used for. */
    public enum State {
        /** can sign in */
        ACTIVE,
        /** has not chosen a password yet */
        WAITING,
        DEACTIVATED
    }
}
