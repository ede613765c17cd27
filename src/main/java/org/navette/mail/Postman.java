package org.navette.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.navette.engine.NoRetry;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends a letter of the outbox; called by the {@code send-mail} process only. */
@Component
public class Postman {

    private final Attempts attempts;
    private final Rendering rendering;
    private final JavaMailSender server;

    Postman(Attempts attempts, Rendering rendering, JavaMailSender server) {
        this.attempts = attempts;
        this.rendering = rendering;
        this.server = server;
    }

    /**
     * Makes one attempt, inside the engine job's transaction. Does nothing when the letter is sent already. The exceptions
     * carry neither cause nor address, for the engine stores them.
     *
     * @param id the outbox row
     * @throws NotSent when it failed and is worth another attempt
     * @throws NoRetry when the address or the mail is refused for good
     */
    public void deliver(long id) {
        if (!attempts.reserve(id)) {
            throw new NotSent(id, "un autre envoi est en cours");
        }
        begin(id).ifPresent(this::send);
    }

    private Optional<Attempt> begin(long id) {
        try {
            return attempts.begin(id);
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            attempts.notBegun(id, failure);
            throw new NotSent(id, failure.summary());
        }
    }

    private void send(Attempt attempt) {
        try {
            MimeMessage message = rendering.compose(attempt, server.createMimeMessage());
            server.send(message);
        } catch (Exception e) {
            if (Failure.onlyOfTheFarewell(e)) {
                attempts.sent(attempt.id());
                return;
            }
            Failure failure = Failure.of(e);
            attempts.failed(attempt.id(), failure);
            throw failure.permanent()
                    ? new NoRetry(named(attempt.id(), failure.summary()))
                    : new NotSent(attempt.id(), failure.summary());
        }
        attempts.sent(attempt.id());
    }

    private static String named(long id, String summary) {
        return "Courriel " + id + " : " + summary;
    }

    /** The letter waits for another attempt. */
    static final class NotSent extends RuntimeException {
        NotSent(long id, String summary) {
            super(named(id, summary));
        }
    }
}
