package org.navette.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Batches of decisions; the caller holds the batch's row of the register when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class DecisionRows {

    private static final String LINES =
            "select l.rank, l.request_id, l.state, r.number, f.amount, f.validated_at, f.holds,"
                    + " f.decided_at from funding_decision_line l join request r on r.id = l.request_id"
                    + " join funding_request f on f.id = l.request_id where l.decision_id = ? ";

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a supervisor chooses for a batch. */
    enum Choice {
        FITTING,
        EXCEPT,
        NONE
    }

    /**
     * A batch.
     *
     * @param open false once all its lines are settled
     * @param choice null until it is made
     * @param by login of who made it
     */
    record Batch(long id, Couloir couloir, boolean open, @Nullable Choice choice, @Nullable String by) {}

    /** What became of a request of a batch. */
    enum State {
        WAITING("en attente"),
        DECIDED("décidée"),
        SET_ASIDE("écartée"),
        NO_ROOM("ne tient pas dans l'enveloppe"),
        GONE("n'est plus à décider");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * A request of a batch, as it is now.
     *
     * @param decidable false when it was decided or withdrawn since
     */
    record Candidate(
            int rank,
            long requestId,
            String number,
            State state,
            BigDecimal amount,
            Instant validatedAt,
            boolean decidable) {}

    /** The couloirs with validated requests and without an open batch. */
    List<Couloir> waiting() {
        return jdbc
                .sql("select distinct couloir from funding_request where validated_at is not null"
                        + " and decided_at is null and holds and couloir not in (select couloir from funding_decision"
                        + " where open) order by couloir")
                .query(String.class)
                .list()
                .stream()
                .map(Couloir::valueOf)
                .toList();
    }

    /** Keeps a batch of the requests of a couloir that are validated now, oldest first; returns how many. */
    int insert(long id, Couloir couloir, int most) {
        jdbc.sql("insert into funding_decision (id, couloir) values (?, ?)")
                .params(id, couloir.name())
                .update();
        return jdbc.sql("insert into funding_decision_line (decision_id, rank, request_id, state)"
                        + " select ?, row_number() over (order by validated_at, id), id, 'WAITING' from (select id,"
                        + " validated_at from funding_request where couloir = ? and validated_at is not null"
                        + " and decided_at is null and holds order by validated_at, id limit ?) oldest")
                .params(id, couloir.name(), most)
                .update();
    }

    Batch get(long id) {
        return jdbc.sql("select * from funding_decision where id = ?")
                .param(id)
                .query((row, index) -> new Batch(
                        id,
                        Couloir.valueOf(row.getString("couloir")),
                        row.getBoolean("open"),
                        row.getString("choice") == null ? null : Choice.valueOf(row.getString("choice")),
                        row.getString("decided_by")))
                .single();
    }

    List<Candidate> lines(long id) {
        return jdbc.sql(LINES + "order by l.rank")
                .param(id)
                .query(DecisionRows::candidate)
                .list();
    }

    /** The next lines that nothing has become of. */
    List<Candidate> waiting(long id, int most) {
        return jdbc.sql(LINES + "and l.state = 'WAITING' order by l.rank limit ?")
                .params(id, most)
                .query(DecisionRows::candidate)
                .list();
    }

    int left(long id) {
        return jdbc.sql("select count(*) from funding_decision_line where decision_id = ? and state = 'WAITING'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void choose(long id, Choice choice, String by) {
        jdbc.sql("update funding_decision set choice = ?, decided_by = ? where id = ?")
                .params(choice.name(), by, id)
                .update();
    }

    /** Sets requests of a batch aside, by their numbers. */
    void setAside(long id, Collection<String> numbers) {
        jdbc.sql("update funding_decision_line l set state = 'SET_ASIDE' from request r where l.decision_id = ?"
                        + " and r.id = l.request_id and upper(r.number) = any (?)")
                .params(
                        id,
                        numbers.stream()
                                .map(number -> number.toUpperCase(Locale.ROOT))
                                .toArray(String[]::new))
                .update();
    }

    void setAllAside(long id) {
        jdbc.sql("update funding_decision_line set state = 'SET_ASIDE' where decision_id = ?")
                .param(id)
                .update();
    }

    void settle(long id, Candidate line, State state) {
        jdbc.sql("update funding_decision_line set state = ? where decision_id = ? and rank = ?")
                .params(state.name(), id, line.rank())
                .update();
    }

    /** Another batch of the couloir may be opened. */
    void close(long id) {
        jdbc.sql("update funding_decision set open = false where id = ?")
                .param(id)
                .update();
    }

    /** Notes when an agent has validated a request; the caller holds its row. */
    void validate(long requestId, Instant at) {
        jdbc.sql("update funding_request set validated_at = ? where id = ? and decided_at is null")
                .params(Timestamp.from(at), requestId)
                .update();
    }

    /** Fixes what is decided, with the bank account that is active now; the caller holds the request's row. */
    void decide(long requestId, int year, Instant at) {
        jdbc.sql("update funding_request f set decided_at = ?, envelope_year = ?, bank_id = (select id from"
                        + " funding_bank_details b where b.supplier_id = f.supplier_id and b.status = 'ACTIVE')"
                        + " where f.id = ?")
                .params(Timestamp.from(at), year, requestId)
                .update();
    }

    private static Candidate candidate(ResultSet row, int index) throws SQLException {
        return new Candidate(
                row.getInt("rank"),
                row.getLong("request_id"),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getBigDecimal("amount"),
                row.getTimestamp("validated_at").toInstant(),
                row.getBoolean("holds") && row.getTimestamp("decided_at") == null);
    }
}
