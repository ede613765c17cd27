package org.navette.engine;

import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses agents' passwords, and writes down who came in; given by another module, without one nothing is
 * slowed down.
 */
public interface LoginThrottle {

    /**
     * Asks before a try, and counts it as begun.
     *
     * @param key whose account, as typed; it need not exist
     * @param address where the try comes from
     * @throws LoginThrottled when it must wait
     */
    void check(String key, String address);

    /**
     * The try failed.
     *
     * @param login whose password it was not; null when no agent has the login that was typed
     */
    void failed(@Nullable String login, String address);

    /** The try succeeded. */
    void succeeded(String login, String address);

    /** Too many failures: the next try must wait. */
    class LoginThrottled extends RuntimeException {

        public LoginThrottled() {
            super("too many failures to sign in");
        }
    }

    /** Slows nobody down. */
    LoginThrottle NONE = new LoginThrottle() {
        @Override
        public void check(String key, String address) {}

        @Override
        public void failed(@Nullable String login, String address) {}

        @Override
        public void succeeded(String login, String address) {}
    };
}
