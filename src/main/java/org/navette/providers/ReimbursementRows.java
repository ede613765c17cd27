package org.navette.providers;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of reimbursement files; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ReimbursementRows {

    private final JdbcClient jdbc;

    ReimbursementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An establishment's own reference of what it bills. */
    record Invoice(UUID establishment, String reference) {}

    /** Those of the invoices that a file which holds has. */
    Set<Invoice> billed(Collection<Invoice> invoices) {
        return jdbc.sql(
                        "select establishment_id, invoice from reimbursement where holds and (establishment_id, invoice) in"
                                + " (select * from unnest(?::uuid[], ?::text[]))")
                .params(
                        invoices.stream()
                                .map(it -> it.establishment().toString())
                                .toArray(String[]::new),
                        invoices.stream().map(Invoice::reference).toArray(String[]::new))
                .query((row, index) ->
                        new Invoice(row.getObject("establishment_id", UUID.class), row.getString("invoice")))
                .set();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another file with this invoice came first */
    void insert(Reimbursement it, LocalDate today) {
        jdbc.sql("insert into reimbursement (id, number, establishment_id, cnss_number, beneficiary,"
                        + " prior_agreement_number, deposited_on, care_on, invoice, billed, situation, situation_label,"
                        + " situation_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)")
                .params(
                        it.id(),
                        it.number(),
                        it.establishment(),
                        it.cnssNumber(),
                        it.beneficiary(),
                        it.agreementNumber(),
                        Date.valueOf(it.depositedOn()),
                        Date.valueOf(it.careOn()),
                        it.invoice(),
                        it.billed(),
                        it.situation(),
                        Date.valueOf(today))
                .update();
    }

    Reimbursement get(long id) {
        return jdbc.sql("select * from reimbursement where id = ?")
                .param(id)
                .query(ReimbursementRows::file)
                .single();
    }

    void draw(long id, long agreement) {
        jdbc.sql("update reimbursement set prior_agreement_id = ? where id = ?")
                .params(agreement, id)
                .update();
    }

    void approve(long id, BigDecimal amount, @Nullable String observation, Instant at) {
        jdbc.sql("update reimbursement set approved = ?, approved_at = ?, observation = ? where id = ?")
                .params(amount, Timestamp.from(at), observation, id)
                .update();
    }

    /** It is returned or cancelled: its invoice can be deposited again. */
    void release(long id, String reasons) {
        jdbc.sql("update reimbursement set holds = false, reasons = ? where id = ?")
                .params(reasons, id)
                .update();
    }

    void situation(long id, String code, String label, LocalDate on) {
        jdbc.sql("update reimbursement set situation = ?, situation_label = ?, situation_on = ? where id = ?")
                .params(code, label, Date.valueOf(on), id)
                .update();
    }

    private static Reimbursement file(ResultSet row, int index) throws SQLException {
        return new Reimbursement(
                row.getLong("id"),
                row.getString("number"),
                row.getObject("establishment_id", UUID.class),
                row.getString("cnss_number"),
                row.getString("beneficiary"),
                row.getObject("prior_agreement_id", Long.class),
                row.getString("prior_agreement_number"),
                row.getObject("deposited_on", LocalDate.class),
                row.getObject("care_on", LocalDate.class),
                row.getString("invoice"),
                row.getBigDecimal("billed"),
                row.getString("situation"),
                row.getString("reasons"),
                row.getBoolean("holds"),
                row.getBigDecimal("approved"));
    }
}
