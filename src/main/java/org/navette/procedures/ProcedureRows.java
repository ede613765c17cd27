package org.navette.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.navette.procedures.Kind.Effect;
import org.navette.procedures.ProcedureRequest.Outcome;
import org.navette.requests.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The espace's own part of requests; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ProcedureRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    ProcedureRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(long id, Kind kind, Content content) {
        jdbc.sql("insert into procedure_request (id, kind, effect, content) values (?, ?, ?, cast(? as jsonb))")
                .params(id, kind.id(), kind.effect().name(), json.write(content))
                .update();
    }

    /**
     * True when a first installation of the scope waits for the service or its sender. Of two that are sent at once the
     * second waits here for the first.
     */
    boolean isInstalling(Scope scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('procedure_installation:' || ?, 0))")
                .param(scope.structure().toString())
                .query()
                .singleRow();
        return jdbc.sql("select exists (select 1 from request r join procedure_request p on p.id = r.id"
                        + " where r.espace = ? and r.organism_code = ? and r.structure_id = ?"
                        + " and r.phase in ('WITH_US', 'WITH_PARTNER') and p.effect = ?)")
                .params(scope.espace(), scope.organism(), scope.structure(), Kind.Effect.NEW_COMPANY.name())
                .query(Boolean.class)
                .single();
    }

    ProcedureRequest get(long id) {
        return jdbc.sql("select * from procedure_request where id = ?")
                .param(id)
                .query(this::request)
                .single();
    }

    /** The number of a request. */
    String number(long id) {
        return jdbc.sql("select number from request where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Opens a round of corrections. */
    void ask(long id, Asked asked) {
        jdbc.sql("update procedure_request set asked = cast(? as jsonb), round = round + 1 where id = ?")
                .params(json.write(asked), id)
                .update();
    }

    /** Keeps what was there, and writes what is corrected. */
    void correct(long id, Content corrected) {
        jdbc.sql("insert into procedure_revision (request_id, round, content, at)"
                        + " select id, round, content, ? from procedure_request where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        jdbc.sql("update procedure_request set content = cast(? as jsonb), asked = null where id = ?")
                .params(json.write(corrected), id)
                .update();
    }

    void decide(long id, Outcome outcome, @Nullable String billingNumber) {
        jdbc.sql("update procedure_request set outcome = ?, billing_number = ?, asked = null where id = ?")
                .params(json.write(outcome), billingNumber, id)
                .update();
    }

    /** What a request said before a round of corrections, and when they came. */
    record Revision(Content content, Instant at) {}

    /** What a request said before its last round of corrections; nothing when there was none. */
    Optional<Revision> before(long id) {
        return jdbc.sql("select content, at from procedure_revision where request_id = ? order by round desc limit 1")
                .param(id)
                .query((row, n) -> new Revision(
                        json.read(row.getString(1), Content.class),
                        row.getTimestamp(2).toInstant()))
                .optional();
    }

    /** When each round of corrections came. */
    List<Instant> corrections(long id) {
        return jdbc.sql("select at from procedure_revision where request_id = ? order by round")
                .param(id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** What a newcomer prepared before there was a company becomes the company's. */
    void handDrafts(UUID account, UUID company) {
        jdbc.sql("update procedure_draft set structure_id = ? where structure_id = ?")
                .params(company, account)
                .update();
    }

    private ProcedureRequest request(ResultSet row, int index) throws SQLException {
        String asked = row.getString("asked");
        String outcome = row.getString("outcome");
        return new ProcedureRequest(
                row.getLong("id"),
                row.getString("kind"),
                Effect.valueOf(row.getString("effect")),
                json.read(row.getString("content"), Content.class),
                asked == null ? null : json.read(asked, Asked.class),
                row.getInt("round"),
                outcome == null ? null : json.read(outcome, Outcome.class),
                row.getString("billing_number"));
    }
}
