package org.navette.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Supervisor;
import org.navette.forms.Json;
import org.navette.providers.BulkBook.Entry;
import org.navette.providers.BulkBook.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files of registrations that were taken, and their lines until each is registered. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class BulkRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, JdbcTemplate template, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps what is to be registered of a file; nothing when the very same file was taken before. */
    Optional<Long> insert(
            Supervisor supervisor, BulkKind kind, String fileName, byte[] sha256, Collection<Entry> entries) {
        Optional<Long> id = jdbc.sql("insert into provider_import (kind, file_name, sha256, uploaded_by, uploaded_name,"
                        + " uploaded_at, entries) values (?, ?, ?, ?, ?, ?, ?) on conflict (kind, sha256) do nothing"
                        + " returning id")
                .params(
                        kind.name(),
                        fileName,
                        sha256,
                        supervisor.login(),
                        supervisor.name(),
                        Timestamp.from(clock.instant()),
                        entries.size())
                .query(Long.class)
                .optional();
        id.ifPresent(it -> template.batchUpdate(
                "insert into provider_import_line (import_id, line, payload) values (?, ?, ?::jsonb)",
                entries.stream()
                        .map(entry -> new Object[] {it, entry.line(), json.write(entry.payload())})
                        .toList()));
        return id;
    }

    Optional<BulkImport> find(BulkKind kind, byte[] sha256) {
        return jdbc.sql("select * from provider_import where kind = ? and sha256 = ?")
                .params(kind.name(), sha256)
                .query(BulkRows::file)
                .optional();
    }

    Optional<BulkImport> find(long id) {
        return jdbc.sql("select * from provider_import where id = ?")
                .param(id)
                .query(BulkRows::file)
                .optional();
    }

    /** The latest first. */
    List<BulkImport> latest(int most) {
        return jdbc.sql("select * from provider_import order by uploaded_at desc, id desc limit ?")
                .param(most)
                .query(BulkRows::file)
                .list();
    }

    /** One that is registered by the caller, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    BulkImport hold(long id) {
        return jdbc.sql("select * from provider_import where id = ? for update")
                .param(id)
                .query(BulkRows::file)
                .single();
    }

    /** The next entries to register. */
    List<Entry> waiting(long id, int most, Class<?> payload) {
        return jdbc.sql("select line, payload from provider_import_line where import_id = ? and payload is not null"
                        + " order by line limit ?")
                .params(id, most)
                .query((row, index) -> new Entry(row.getLong("line"), json.read(row.getString("payload"), payload)))
                .list();
    }

    /** Notes what became of entries, and forgets what was to be registered; the import ends with the last. */
    @Transactional(propagation = Propagation.MANDATORY)
    BulkImport settle(long id, Collection<Outcome> outcomes) {
        template.batchUpdate(
                "update provider_import_line set payload = null, number = ?, refusal = ? where import_id = ? and line = ?",
                outcomes.stream()
                        .map(it -> new @Nullable Object[] {it.number(), it.refusal(), id, it.line()})
                        .toList());
        long refused = outcomes.stream().filter(it -> it.refusal() != null).count();
        return jdbc.sql("update provider_import set done = done + ?, refused = refused + ?,"
                        + " done_at = case when done + ? = entries then ?::timestamptz end where id = ? returning *")
                .params(outcomes.size(), refused, outcomes.size(), Timestamp.from(clock.instant()), id)
                .query(BulkRows::file)
                .single();
    }

    /** The lines that were refused, in their order. */
    List<BulkImport.RefusedLine> refused(long id, int most) {
        return jdbc.sql("select line, refusal from provider_import_line where import_id = ? and refusal is not null"
                        + " order by line limit ?")
                .params(id, most)
                .query((row, index) -> new BulkImport.RefusedLine(row.getLong("line"), row.getString("refusal")))
                .list();
    }

    private static BulkImport file(ResultSet row, int index) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new BulkImport(
                row.getLong("id"),
                BulkKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("uploaded_by"),
                row.getString("uploaded_name"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getInt("entries"),
                row.getInt("done"),
                row.getInt("refused"),
                done == null ? null : done.toInstant());
    }
}
