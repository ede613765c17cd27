package org.navette.engine.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rehearsals as they are stored. One that was never applied is forgotten after a month. */
@Component
class RehearsalRows {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RehearsalRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A file of a package.
     *
     * @param before its content in force at the rehearsal; null for a new file
     */
    record Kept(byte[] content, byte @Nullable [] before) {}

    @Transactional
    public void add(Rehearsal rehearsal, Map<String, Kept> files) {
        jdbc.sql("delete from model_rehearsal where state = 'REHEARSED' and at < ?")
                .param(Timestamp.from(rehearsal.at().minus(KEPT)))
                .update();
        jdbc.sql("insert into model_rehearsal (id, at, owner, hash, report, state)"
                        + " values (:id, :at, :owner, :hash, cast(:report as jsonb), :state)")
                .param("id", rehearsal.id())
                .param("at", Timestamp.from(rehearsal.at()))
                .param("owner", rehearsal.owner())
                .param("hash", rehearsal.hash())
                .param("report", write(rehearsal.report()))
                .param("state", rehearsal.state().name())
                .update();
        files.forEach((file, kept) -> jdbc.sql(
                        "insert into model_rehearsal_file (rehearsal_id, file, content, before) values (?, ?, ?, ?)")
                .param(rehearsal.id())
                .param(file)
                .param(kept.content())
                .param(kept.before())
                .update());
    }

    Optional<Rehearsal> find(UUID id) {
        return jdbc.sql("select * from model_rehearsal where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The same, its row locked until the end of the transaction. */
    Optional<Rehearsal> lock(UUID id) {
        return jdbc.sql("select * from model_rehearsal where id = ? for update")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The latest ones, the last first. */
    List<Rehearsal> latest() {
        return jdbc.sql("select * from model_rehearsal order by at desc, id limit ?")
                .param(SHOWN)
                .query(this::read)
                .list();
    }

    Map<String, Kept> files(UUID id) {
        Map<String, Kept> files = new TreeMap<>();
        jdbc.sql("select file, content, before from model_rehearsal_file where rehearsal_id = ?")
                .param(id)
                .query((row, i) -> files.put(row.getString(1), new Kept(row.getBytes(2), row.getBytes(3))))
                .list();
        return files;
    }

    void applied(UUID id, Instant at, String owner, String deployment, boolean moving) {
        jdbc.sql("update model_rehearsal set state = 'APPLIED', applied_at = :at, applied_by = :owner,"
                        + " deployment_id = :deployment, moving = :moving where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("owner", owner)
                .param("deployment", deployment)
                .param("moving", moving)
                .update();
    }

    void undone(UUID id, Instant at, String owner, @Nullable String deployment) {
        jdbc.sql("update model_rehearsal set state = 'UNDONE', undone_at = :at, undone_by = :owner,"
                        + " undo_deployment_id = :deployment where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("owner", owner)
                .param("deployment", deployment)
                .update();
    }

    private Rehearsal read(ResultSet row, int i) throws SQLException {
        return new Rehearsal(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("owner"),
                row.getString("hash"),
                Rehearsal.State.valueOf(row.getString("state")),
                row.getBoolean("moving"),
                instant(row, "applied_at"),
                row.getString("applied_by"),
                instant(row, "undone_at"),
                row.getString("undone_by"),
                report(row.getString("report")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private String write(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Report report(String text) {
        try {
            return json.readValue(text, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
