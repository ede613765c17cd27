package org.navette.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter, for the request's page.
 *
 * @param id the outbox row, which is the business key of its {@code send-mail} instance
 * @param template the letter's template
 * @param subject the subject line
 * @param to the recipient's address; empty once it is erased
 * @param state where it stands
 * @param attempts how often a server has been asked to take it
 * @param possiblyTwice an attempt ended without the server's answer, so that the recipient may have the mail twice
 * @param reason in French, why the last attempt failed; null when none did
 * @param queuedAt when the letter was handed over
 * @param sentAt when the server took it, or null
 */
public record SentMail(
        long id,
        String template,
        String subject,
        String to,
        State state,
        int attempts,
        boolean possiblyTwice,
        @Nullable String reason,
        Instant queuedAt,
        @Nullable Instant sentAt) {

    /** The states of an outbox row. */
    public enum State {
        /** To be sent, or to be tried again; after the last retry an incident says so in Cockpit. */
        WAITING,
        /** A server is being asked; a crash leaves the row here. */
        SENDING,
        /** A server took it. */
        SENT,
        /** Refused for good; only a person's retry in Cockpit sends it. */
        FAILED
    }
}
