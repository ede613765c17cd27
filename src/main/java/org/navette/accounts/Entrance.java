package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people into an espace: what its page with a login and a password does once both are typed. */
public interface Entrance {

    /**
     * Signs somebody in when login and password fit.
     *
     * @param suite the page that was wanted before, as the address says; null for none
     * @return where to go next; empty when they do not fit
     * @throws TooManyAttempts when the account or the address must wait; nothing was looked at
     */
    Optional<String> enter(
            EspaceLogin espace,
            String login,
            String password,
            @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response);

    /**
     * What the page says of how people come to it.
     *
     * @param state as the address says; null for none
     */
    Optional<String> notice(@Nullable String state);
}
