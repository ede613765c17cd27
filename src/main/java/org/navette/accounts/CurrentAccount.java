package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The account behind a request, as read at the espace's door a moment ago. */
public final class CurrentAccount {

    private static final String READ = CurrentAccount.class.getName();

    private CurrentAccount() {}

    /** The account of who is signed in; empty on pages that are open to all. */
    public static Optional<Account> of(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(READ));
    }

    /** Remembers the account for the rest of the request. */
    public static void keep(HttpServletRequest request, Account account) {
        request.setAttribute(READ, account);
    }
}
