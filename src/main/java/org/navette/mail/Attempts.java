package org.navette.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the outbox row in step with what the mail server was asked. Each step is committed on its own: what has left the
 * house stays known even when the engine's transaction is lost.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Attempts {

    private static final TypeReference<Map<String, Object>> MODEL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ObjectProvider<MailSecrets> secrets;
    private final ObjectProvider<MailAttachments> attachments;
    private final Clock clock;

    Attempts(
            JdbcClient jdbc,
            ObjectMapper json,
            ObjectProvider<MailSecrets> secrets,
            ObjectProvider<MailAttachments> attachments,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Reserves the row for the caller's transaction. An engine job that outlives its lock is taken by another node while
     * the first still talks to the mail server; a node that died has lost its reservation with its connection.
     *
     * @return false when somebody else is sending the letter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(long id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('mail_outbox', :id))")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Opens an attempt: the row is SENDING once this returns. A row found SENDING was left by a crash, so the recipient
     * may get the mail twice.
     *
     * @return nothing when the letter is sent or gone
     */
    public Optional<Attempt> begin(long id) {
        return jdbc.sql(
                        """
                        update mail_outbox
                        set state = 'SENDING', attempts = attempts + 1, attempted_at = :now,
                            possibly_twice = possibly_twice or state = 'SENDING'
                        where id = :id and state <> 'SENT'
                        returning *""")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query(this::attempt)
                .optional()
                .map(this::complete);
    }

    /** Closes the attempt: a server took the mail. What was to be known no longer than that goes. */
    public void sent(long id) {
        jdbc.sql("update mail_outbox set state = 'SENT', sent_at = :now, reason = null,"
                        + " recipient = case when fleeting then '' else recipient end,"
                        + " model = case when fleeting then '{}' else model end where id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Closes the attempt: it failed, and why. */
    public void failed(long id, Failure failure) {
        jdbc.sql(
                        """
                        update mail_outbox
                        set state = :state, reason = :reason, possibly_twice = possibly_twice or :perhaps
                        where id = :id and state <> 'SENT'""")
                .param("id", id)
                .param("state", (failure.permanent() ? SentMail.State.FAILED : SentMail.State.WAITING).name())
                .param("reason", failure.reason())
                .param("perhaps", failure.perhapsSent())
                .update();
    }

    /** The attempt could not even be opened: notes why and leaves the state, which may tell of an earlier crash. */
    public void notBegun(long id, Failure failure) {
        jdbc.sql("update mail_outbox set reason = :reason where id = :id")
                .param("id", id)
                .param("reason", failure.reason())
                .update();
    }

    private Attempt complete(Attempt attempt) {
        Map<String, Object> completed = new HashMap<>(attempt.model());
        secrets.stream()
                .filter(owner -> owner.supports(attempt.template()))
                .forEach(owner -> completed.putAll(owner.reveal(attempt.template(), attempt.model())));
        List<MailAttachments.Attachment> files = attachments.stream()
                .filter(owner -> owner.supports(attempt.template()))
                .flatMap(owner -> owner.of(attempt.model()).stream())
                .toList();
        return attempt.with(completed, files);
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        try {
            return new Attempt(
                    row.getLong("id"),
                    row.getString("template"),
                    row.getString("recipient"),
                    json.readValue(row.getString("model"), MODEL),
                    row.getString("reference"),
                    row.getString("message_id"),
                    List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mail " + row.getLong("id") + " has a broken model", e);
        }
    }
}
