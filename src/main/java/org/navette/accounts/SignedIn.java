package org.navette.accounts;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * The person behind a request. Kept in the session, hence small; read what may change from {@link Accounts}.
 *
 * @param stamp the account's session stamp at sign-in; a session with an older stamp is over
 */
public record SignedIn(UUID accountId, String espace, String login, String displayName, long stamp)
        implements Principal, Serializable {

    private static final long serialVersionUID = 1;

    /** {@code espace:accountId}: the name under which the person's sessions and files are found. */
    @Override
    public String getName() {
        return name(espace, accountId);
    }

    static String name(String espace, UUID accountId) {
        return espace + ":" + accountId;
    }
}
