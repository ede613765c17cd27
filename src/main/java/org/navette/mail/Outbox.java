package org.navette.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.engine.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a mail is left to be sent once the caller's transaction is committed. */
@Component
public class Outbox {

    private static final String PROCESS = "send-mail";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Processes processes;
    private final Rendering rendering;
    private final Clock clock;

    Outbox(JdbcClient jdbc, ObjectMapper json, Processes processes, Rendering rendering, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.processes = processes;
        this.rendering = rendering;
        this.clock = clock;
    }

    /**
     * Leaves a letter, in the caller's transaction: rolled back with it, sent by an engine job after it. A letter whose
     * key has been left before is ignored.
     *
     * @throws IllegalArgumentException when the template does not exist or the model is no JSON
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Letter letter) {
        if (!knows(letter.template())) {
            throw new IllegalArgumentException("no mail template " + letter.template());
        }
        jdbc.sql(
                        """
                        insert into mail_outbox (key, template, recipient, model, reference, message_id, queued_at, fleeting)
                        values (:key, :template, :to, cast(:model as jsonb), :reference, :messageId, :now, :fleeting)
                        on conflict (key) do nothing
                        returning id""")
                .param("key", letter.key())
                .param("template", letter.template())
                .param("to", letter.to())
                .param("model", write(letter.model()))
                .param("reference", letter.reference())
                .param("messageId", "<" + UUID.randomUUID() + "@" + rendering.senderDomain() + ">")
                .param("now", OffsetDateTime.now(clock))
                .param("fleeting", letter.fleeting())
                .query(Long.class)
                .optional()
                .ifPresent(id -> processes.start(PROCESS, id.toString(), Map.of()));
    }

    /** The mails about a request, in the order in which they were left. */
    public List<SentMail> about(String reference) {
        return jdbc.sql("select * from mail_outbox where reference = :reference order by id")
                .param("reference", reference)
                .query(this::sentMail)
                .list();
    }

    /** Deletes the mails about these requests that are sent or given up, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<String> references) {
        jdbc.sql("delete from mail_outbox where reference in (:references) and state in ('SENT', 'FAILED')")
                .param("references", references)
                .update();
    }

    /** The mails to an address, the latest first. */
    public List<SentMail> to(String address, int most) {
        return jdbc.sql(
                        "select * from mail_outbox where lower(recipient) = lower(:address) order by id desc limit :most")
                .param("address", address)
                .param("most", most)
                .query(this::sentMail)
                .list();
    }

    /** Deletes the mails to an address, those that still wait too, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetRecipient(String address) {
        jdbc.sql("delete from mail_outbox where lower(recipient) = lower(:address)")
                .param("address", address)
                .update();
    }

    /** Deletes mails about no request that were left long ago and are sent or given up, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forgetOlder(Instant before, int batch) {
        return jdbc.sql("delete from mail_outbox where id in (select id from mail_outbox where reference is null"
                        + " and state in ('SENT', 'FAILED') and queued_at < :before order by queued_at limit :batch"
                        + " for update skip locked)")
                .param("before", Timestamp.from(before))
                .param("batch", batch)
                .update();
    }

    /** How many mails are not sent yet and not given up. */
    public long countWaiting() {
        return jdbc.sql("select count(*) from mail_outbox where state <> 'SENT' and state <> 'FAILED'")
                .query(Long.class)
                .single();
    }

    /** True when the template's two files exist; for checking models that name a mail. */
    public boolean knows(String template) {
        return rendering.knows(template);
    }

    private SentMail sentMail(ResultSet row, int number) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new SentMail(
                row.getLong("id"),
                row.getString("template"),
                rendering.subject(row.getString("template"), row.getString("reference")),
                row.getString("recipient"),
                SentMail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getBoolean("possibly_twice"),
                row.getString("reason"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }

    private String write(Map<String, Object> model) {
        try {
            return json.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the model of a mail must be plain values", e);
        }
    }
}
