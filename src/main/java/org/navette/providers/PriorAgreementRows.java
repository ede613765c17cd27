package org.navette.providers;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of prior agreements; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class PriorAgreementRows {

    private final JdbcClient jdbc;

    PriorAgreementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new one; its first status follows in the same transaction. */
    void insert(PriorAgreement it, LocalDate today) {
        jdbc.sql(
                        "insert into prior_agreement (id, number, establishment_id, cnss_number, beneficiary, received_on,"
                                + " requested, situation, situation_label, situation_on) values (?, ?, ?, ?, ?, ?, ?, ?, '', ?)")
                .params(
                        it.id(),
                        it.number(),
                        it.establishment(),
                        it.cnssNumber(),
                        it.beneficiary(),
                        Date.valueOf(it.receivedOn()),
                        it.requested(),
                        it.situation(),
                        Date.valueOf(today))
                .update();
    }

    PriorAgreement get(long id) {
        return jdbc.sql("select * from prior_agreement where id = ?")
                .param(id)
                .query(PriorAgreementRows::agreement)
                .single();
    }

    boolean exists(UUID establishment, String number) {
        return jdbc.sql("select exists (select 1 from prior_agreement where establishment_id = ? and number = ?)")
                .params(establishment, number)
                .query(Boolean.class)
                .single();
    }

    /** One of an establishment, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<PriorAgreement> hold(UUID establishment, String number) {
        return jdbc.sql("select * from prior_agreement where establishment_id = ? and number = ? for update")
                .params(establishment, number)
                .query(PriorAgreementRows::agreement)
                .optional();
    }

    void decide(long id, @Nullable BigDecimal granted, @Nullable LocalDate validUntil, @Nullable String reasons) {
        jdbc.sql("update prior_agreement set granted = ?, valid_until = ?, reasons = ? where id = ?")
                .params(granted, validUntil == null ? null : Date.valueOf(validUntil), reasons, id)
                .update();
    }

    void decision(long id, UUID file) {
        jdbc.sql("update prior_agreement set decision_id = ? where id = ?")
                .params(file, id)
                .update();
    }

    /** Takes an amount of what was granted, or gives it back where it is negative. */
    void use(long id, BigDecimal amount, Instant at) {
        jdbc.sql("update prior_agreement set used = used + ?, used_at = coalesce(used_at, ?) where id = ?")
                .params(amount, Timestamp.from(at), id)
                .update();
    }

    void situation(long id, String code, String label, LocalDate on) {
        jdbc.sql("update prior_agreement set situation = ?, situation_label = ?, situation_on = ? where id = ?")
                .params(code, label, Date.valueOf(on), id)
                .update();
    }

    private static PriorAgreement agreement(ResultSet row, int index) throws SQLException {
        return new PriorAgreement(
                row.getLong("id"),
                row.getString("number"),
                row.getObject("establishment_id", UUID.class),
                row.getString("cnss_number"),
                row.getString("beneficiary"),
                row.getObject("received_on", LocalDate.class),
                row.getBigDecimal("requested"),
                row.getBigDecimal("granted"),
                row.getString("situation"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reasons"),
                row.getBigDecimal("used"),
                row.getTimestamp("used_at") != null);
    }
}
