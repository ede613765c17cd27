package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.AccountChange.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of changes of accounts; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class AccountChangeRows {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Json json;

    AccountChangeRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A change as its supplier reads it.
     *
     * @param subject what was to be changed
     * @param at when it was asked for
     * @param remark why it was rejected; null when it was not
     */
    public record Past(
            String number,
            String subject,
            Instant at,
            String statusCode,
            String statusLabel,
            @Nullable String remark) {}

    void insert(AccountChange change) {
        jdbc.sql("insert into funding_account_change (id, supplier_id, kind, status, answers, form, bank_details_id)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(
                        change.id(),
                        change.supplier(),
                        change.kind().name(),
                        Status.PENDING.name(),
                        json.write(change.answers()),
                        change.form(),
                        change.bankDetails())
                .update();
    }

    AccountChange get(long id) {
        return jdbc.sql("select * from funding_account_change where id = ?")
                .param(id)
                .query(this::change)
                .single();
    }

    /** True while an agent has not decided on one of this kind. */
    boolean isPending(UUID supplier, Kind kind) {
        return jdbc.sql("select exists (select from funding_account_change where supplier_id = ? and kind = ?"
                        + " and status = ?)")
                .params(supplier, kind.name(), Status.PENDING.name())
                .query(Boolean.class)
                .single();
    }

    /** Another one can be asked for. */
    void settle(long id, Status status, @Nullable String remark) {
        jdbc.sql("update funding_account_change set status = ?, remark = ? where id = ?")
                .params(status.name(), remark, id)
                .update();
    }

    /** A supplier's changes of a kind, the latest first; a hundred at most. */
    List<Past> past(UUID supplier, Kind kind) {
        return jdbc.sql(
                        """
                        select r.number, r.subject, r.created_at, r.status_code, r.status_label, c.remark
                        from funding_account_change c join request r on r.id = c.id
                        where c.supplier_id = ? and c.kind = ? and r.phase <> 'CANCELLED'
                        order by c.id desc limit ?""")
                .params(supplier, kind.name(), MOST)
                .query((row, index) -> new Past(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("status_code"),
                        row.getString("status_label"),
                        row.getString("remark")))
                .list();
    }

    private AccountChange change(ResultSet row, int index) throws SQLException {
        return new AccountChange(
                row.getLong("id"),
                row.getObject("supplier_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                json.map(row.getString("answers")),
                row.getString("form"),
                row.getObject("bank_details_id", UUID.class),
                row.getString("remark"));
    }
}
