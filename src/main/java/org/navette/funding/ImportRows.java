package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Suppliers' files, simulated and imported; every query is scoped to the supplier. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ImportRows {

    /** How long a simulation can be imported. */
    static final Duration SIMULATED = Duration.ofHours(24);

    /** the simulations of one supplier that are kept until they are imported */
    private static final int SIMULATIONS = 3;

    private static final String SELECT =
            """
            select i.id, i.type, i.ans_number, i.vat_rate, i.file_name, i.rules, i.simulated_at, i.started_at, i.ended_at,
                i.requests, l.kept, l.rejected
            from funding_import i, lateral (select count(*) filter (where state = 'KEPT') as kept,
                count(*) filter (where state = 'REJECTED') as rejected
                from funding_import_line where import_id = i.id) l
            where i.supplier_id = ? and\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a simulation; older ones of the supplier that were never imported go. */
    long insert(
            Supplier supplier,
            FileParameters parameters,
            String fileName,
            byte[] content,
            byte[] fingerprint,
            FileReport report,
            String found) {
        long id = jdbc.sql("insert into funding_import (supplier_id, ans_number, type, vat_rate, file_name, content,"
                        + " fingerprint, rules, simulated_at, requests, found)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) returning id")
                .params(
                        supplier.id(),
                        parameters.ansNumber(),
                        parameters.type().name(),
                        parameters.vatRate(),
                        fileName,
                        content,
                        fingerprint,
                        report.rules(),
                        Timestamp.from(clock.instant()),
                        report.requests(),
                        found)
                .query(Long.class)
                .single();
        jdbc.sql("delete from funding_import where id in (select id from funding_import where supplier_id = ?"
                        + " and started_at is null order by simulated_at desc, id desc offset ?)")
                .params(supplier.id(), SIMULATIONS)
                .update();
        return id;
    }

    Optional<Import> find(Supplier supplier, long id) {
        return jdbc.sql(SELECT + "i.id = ?")
                .params(supplier.id(), id)
                .query(ImportRows::imported)
                .optional();
    }

    /** The same file with the same parameters, imported before. */
    Optional<Import> sameBefore(Supplier supplier, byte[] fingerprint) {
        return jdbc.sql(SELECT + "i.fingerprint = ? and i.started_at is not null order by i.id desc limit 1")
                .params(supplier.id(), fingerprint)
                .query(ImportRows::imported)
                .optional();
    }

    /** A supplier's file itself. */
    byte[] content(Supplier supplier, long id) {
        return jdbc.sql("select content from funding_import where supplier_id = ? and id = ?")
                .params(supplier.id(), id)
                .query(byte[].class)
                .single();
    }

    /** What the simulation found. */
    String found(Supplier supplier, long id) {
        return jdbc.sql("select found from funding_import where supplier_id = ? and id = ?")
                .params(supplier.id(), id)
                .query(String.class)
                .single();
    }

    /** Says that the import has begun. */
    void start(Supplier supplier, long id, @Nullable VatRegime regime) {
        jdbc.sql("update funding_import set started_at = ?, vat_regime = ? where supplier_id = ? and id = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        Objects.requireNonNull(regime).name(),
                        supplier.id(),
                        id)
                .update();
    }

    /** True while requests of one of the supplier's files are being deposited. */
    boolean isRunning(Supplier supplier) {
        return jdbc.sql("select exists (select 1 from funding_import where supplier_id = ? and started_at is not null"
                        + " and ended_at is null)")
                .param(supplier.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * What a list of imports is narrowed by.
     *
     * @param ansNumber a part of it, in any case; empty for all
     * @param type null for both
     * @param from first day, null without days
     * @param to last day, null without days
     */
    record Criteria(String ansNumber, @Nullable RequestType type, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** A supplier's imports, the latest first. */
    List<Import> list(Supplier supplier, Criteria criteria, int most) {
        List<Object> values = new ArrayList<>(List.of(supplier.id()));
        var sql = new StringBuilder(SELECT).append("i.started_at is not null");
        if (!criteria.ansNumber().isEmpty()) {
            sql.append(" and position(lower(?) in lower(i.ans_number)) > 0");
            values.add(criteria.ansNumber());
        }
        if (criteria.type() != null) {
            sql.append(" and i.type = ?");
            values.add(criteria.type().name());
        }
        if (criteria.from() != null && criteria.to() != null) {
            sql.append(" and i.started_at >= ? and i.started_at < ?");
            values.add(at(criteria.from()));
            values.add(at(criteria.to().plusDays(1)));
        }
        values.add(most);
        return jdbc.sql(sql.append(" order by i.started_at desc, i.id desc limit ?")
                        .toString())
                .params(values)
                .query(ImportRows::imported)
                .list();
    }

    private Timestamp at(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static Import imported(ResultSet row, int index) throws SQLException {
        Timestamp started = row.getTimestamp("started_at");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Import(
                row.getLong("id"),
                RequestType.valueOf(row.getString("type")),
                row.getString("ans_number"),
                row.getBigDecimal("vat_rate"),
                row.getString("file_name"),
                row.getString("rules"),
                row.getTimestamp("simulated_at").toInstant(),
                started == null ? null : started.toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("requests"),
                row.getInt("kept"),
                row.getInt("rejected"));
    }
}
