package org.navette.engine;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What operators read of who came in and who was refused (OWASP ASVS 5.0, 16.3), under a name of its own so that it can
 * be kept apart: who, where and from where, never what was typed.
 */
public final class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("org.navette.security");

    private SecurityLog() {}

    /**
     * Somebody signed in.
     *
     * @param door an espace's code, or {@code agents}
     * @param person the account's id, or an agent's login
     * @param address where it came from
     */
    public static void signedIn(String door, String person, String address) {
        event(log.atInfo(), "sign-in", "success", person)
                .addKeyValue("source.ip", address)
                .log("{} signed in to {} from {}", person, door, address);
    }

    /**
     * Login and password did not fit.
     *
     * @param person as in {@link #signedIn}; null when nobody open has the login: people type passwords there
     */
    public static void signInFailed(String door, @Nullable String person, String address) {
        String who = person == null ? "unknown" : person;
        event(log.atWarn(), "sign-in", "failure", who)
                .addKeyValue("source.ip", address)
                .log("{} failed to sign in to {} from {}", who, door, address);
    }

    /** Too many failures: a try had to wait, nothing was looked at. */
    public static void signInDelayed(String door, String address) {
        event(log.atWarn(), "sign-in", "delayed", "unknown")
                .addKeyValue("source.ip", address)
                .log("Too many failures: a try to sign in to {} from {} has to wait", door, address);
    }

    /**
     * Somebody asked for what is not open to them.
     *
     * @param person as a request names who is signed in; null for nobody
     * @param path as it was asked, encoded
     */
    public static void refused(@Nullable String person, String method, String path) {
        String who = person == null ? "nobody" : person;
        event(log.atWarn(), "access", "failure", who)
                .addKeyValue("url.path", path)
                .log("{} was refused {} {}", who, method, path);
    }

    private static LoggingEventBuilder event(LoggingEventBuilder entry, String action, String outcome, String person) {
        return entry.addKeyValue("event.action", action)
                .addKeyValue("event.outcome", outcome)
                .addKeyValue("user.name", person);
    }
}
