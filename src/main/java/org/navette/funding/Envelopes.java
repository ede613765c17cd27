package org.navette.funding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Couloir;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Supervisor;
import org.navette.portal.Euros;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each couloir may spend in a year, and what of it is promised (FUND-16). Money is promised and given back by one
 * conditional statement, so that an envelope is never overspent, whatever runs in parallel.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class Envelopes {

    /** The page that the changes are read on. */
    private static final String TOPIC = "funding-envelopes";

    private final JdbcClient jdbc;
    private final Journal journal;

    Envelopes(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * An envelope; one that nobody has filled is empty.
     *
     * @param committed what is promised of the amount
     */
    public record Envelope(Couloir couloir, int year, BigDecimal amount, BigDecimal committed) {

        /** What can still be promised. */
        public BigDecimal remaining() {
            return amount.subtract(committed);
        }
    }

    /** The envelope of a couloir. */
    public Envelope of(Couloir couloir, int year) {
        return find(couloir, year).orElseGet(() -> empty(couloir, year));
    }

    /** The envelopes of all couloirs. */
    public List<Envelope> of(int year) {
        Map<Couloir, Envelope> filled = jdbc
                .sql("select * from funding_envelope where year = ?")
                .param(year)
                .query((row, index) -> new Envelope(
                        Couloir.valueOf(row.getString("couloir")),
                        row.getInt("year"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("committed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Envelope::couloir, Function.identity()));
        return Arrays.stream(Couloir.values())
                .map(couloir -> filled.getOrDefault(couloir, empty(couloir, year)))
                .toList();
    }

    private static Envelope empty(Couloir couloir, int year) {
        BigDecimal nothing = BigDecimal.ZERO.setScale(2);
        return new Envelope(couloir, year, nothing, nothing);
    }

    private Optional<Envelope> find(Couloir couloir, int year) {
        return jdbc.sql("select amount, committed from funding_envelope where couloir = ? and year = ?")
                .params(couloir.name(), year)
                .query((row, index) ->
                        new Envelope(couloir, year, row.getBigDecimal("amount"), row.getBigDecimal("committed")))
                .optional();
    }

    /**
     * Gives an envelope another amount.
     *
     * @param seen the amount that the page showed
     * @throws InvalidEntry when the amount is less than what is promised
     * @throws ChangedMeanwhile when it has been changed since
     */
    @Transactional
    public void set(Supervisor supervisor, Couloir couloir, int year, BigDecimal seen, BigDecimal amount) {
        jdbc.sql("insert into funding_envelope (couloir, year, amount) values (?, ?, 0) on conflict do nothing")
                .params(couloir.name(), year)
                .update();
        Envelope now = jdbc.sql(
                        "select amount, committed from funding_envelope where couloir = ? and year = ? for update")
                .params(couloir.name(), year)
                .query((row, index) ->
                        new Envelope(couloir, year, row.getBigDecimal("amount"), row.getBigDecimal("committed")))
                .single();
        if (now.amount().compareTo(amount) == 0) {
            return;
        }
        if (now.amount().compareTo(seen) != 0) {
            throw new ChangedMeanwhile();
        }
        if (amount.compareTo(now.committed()) < 0) {
            throw new InvalidEntry(Map.of("amount", "BELOW_COMMITTED"));
        }
        jdbc.sql("update funding_envelope set amount = ? where couloir = ? and year = ?")
                .params(amount, couloir.name(), year)
                .update();
        journal.write(
                supervisor,
                TOPIC,
                French.say(
                        "Enveloppe %s %s : %s au lieu de %s",
                        couloir.label(), String.valueOf(year), Euros.of(amount), Euros.of(now.amount())));
    }

    /** The latest changes, newest first. */
    public List<Journal.Entry> changes(Supervisor supervisor) {
        return journal.latest(supervisor, TOPIC);
    }

    /**
     * Promises money of an envelope, which others wait for until the transaction ends.
     *
     * @return false when it does not fit; nothing is promised then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean commit(Couloir couloir, int year, BigDecimal amount) {
        return jdbc.sql("update funding_envelope set committed = committed + ? where couloir = ? and year = ?"
                                + " and committed + ? <= amount")
                        .params(amount, couloir.name(), year, amount)
                        .update()
                == 1;
    }

    /**
     * Gives money back to the envelope that a request was decided with (FUND-16, FUND-18). The caller holds the request's
     * row and sees to it that this happens once.
     *
     * @param requestId a decided request's
     * @throws IllegalStateException when it was not decided
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(long requestId) {
        int given = jdbc.sql("update funding_envelope e set committed = e.committed - f.amount from funding_request f"
                        + " where f.id = ? and f.decided_at is not null and e.couloir = f.couloir"
                        + " and e.year = f.envelope_year")
                .param(requestId)
                .update();
        if (given != 1) {
            throw new IllegalStateException("request " + requestId + " was taken from no envelope");
        }
    }
}
