package org.navette.funding;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Processes;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's requests that miss a document: listed, deleted by their supplier, or by the diagram after a week (FUND-13). */
@Component
@Transactional
public class Incompletes {

    /** How many are listed. */
    public static final int MOST = 1000;

    /** As {@code funding-request.bpmn} says. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final String WHERE = " from request r join funding_request f on f.id = r.id where r.espace = ?"
            + " and r.organism_code = ? and r.structure_id = ? and f.supplier_id = r.structure_id and f.holds"
            + " and r.status_code = 'incomplete'";

    private final JdbcClient jdbc;
    private final Requests requests;
    private final FundingRows rows;
    private final Processes processes;
    private final Clock clock;

    Incompletes(JdbcClient jdbc, Requests requests, FundingRows rows, Processes processes, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.rows = rows;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * A line.
     *
     * @param declared excluding tax
     * @param expiresAt when it is deleted
     */
    public record Row(
            String number,
            RequestType type,
            String editorNumber,
            BigDecimal declared,
            Instant createdAt,
            Instant expiresAt) {

        /** True when its supplier may delete it: an advance. */
        public boolean isDeletable() {
            return type == RequestType.ADVANCE;
        }
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public int count(Supplier supplier) {
        return jdbc.sql("select count(*)" + WHERE)
                .params(Supplier.ESPACE, supplier.organism(), supplier.id())
                .query(Integer.class)
                .single();
    }

    /**
     * The oldest first, {@link #MOST} at most.
     *
     * @param number a part of it; empty for all
     * @param type null for both
     * @param from first day; counts with {@code to} only
     */
    @Transactional(readOnly = true)
    public List<Row> list(
            Supplier supplier,
            String number,
            @Nullable RequestType type,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        List<Object> values = new ArrayList<>(List.of(Supplier.ESPACE, supplier.organism(), supplier.id()));
        var sql = new StringBuilder("select r.number, r.created_at, f.type, f.editor_number, f.declared").append(WHERE);
        if (!number.isEmpty()) {
            sql.append(" and position(upper(?) in r.number) > 0");
            values.add(number);
        }
        if (type != null) {
            sql.append(" and f.type = ?");
            values.add(type.name());
        }
        if (from != null && to != null) {
            sql.append(" and r.created_at >= ? and r.created_at < ?");
            values.add(at(from));
            values.add(at(to.plusDays(1)));
        }
        values.add(MOST);
        return jdbc.sql(sql.append(" order by r.created_at, r.id limit ?").toString())
                .params(values)
                .query((row, index) -> {
                    Instant created = row.getTimestamp("created_at").toInstant();
                    return new Row(
                            row.getString("number"),
                            RequestType.valueOf(row.getString("type")),
                            row.getString("editor_number"),
                            row.getBigDecimal("declared"),
                            created,
                            created.plus(KEPT));
                })
                .list();
    }

    private Timestamp at(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * Deletes incomplete advances of the supplier, all or none.
     *
     * @throws NoSuchElementException when one is not the supplier's
     * @throws Refused when one is a balance, or not incomplete any more
     */
    public void delete(Supplier supplier, Collection<String> numbers) {
        for (String number : numbers.stream().sorted().distinct().toList()) {
            Request request = requests.lock(supplier.scope(FundingRequest.ESPACE), number);
            boolean advance = rows.get(request.id()).type() == RequestType.ADVANCE;
            if (!advance || !request.allows(FundingProcess.COMPLETE)) {
                throw new Refused(Refused.Reason.NOT_AWAITED);
            }
            try {
                supplier.actor().doing(() -> {
                    processes.correlate(FundingProcess.DELETED, number, Map.of());
                    return null;
                });
            } catch (Processes.NotWaiting e) {
                throw new Refused(Refused.Reason.NOT_AWAITED);
            }
        }
    }
}
