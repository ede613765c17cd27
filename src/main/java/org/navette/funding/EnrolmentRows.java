package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of enrolments; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class EnrolmentRows {

    private final JdbcClient jdbc;
    private final Json json;

    EnrolmentRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Refused when the software is somebody's already */
    void insert(Enrolment enrolment) {
        int inserted = jdbc.sql("insert into funding_enrolment (id, kind, ans_number, siret, answers, form, email)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?, ?)"
                        + " on conflict ((lower(ans_number))) where holds do nothing")
                .params(
                        enrolment.id(),
                        enrolment.kind().name(),
                        enrolment.ansNumber(),
                        enrolment.siret(),
                        json.write(enrolment.answers()),
                        enrolment.form(),
                        enrolment.email())
                .update();
        if (inserted == 0) {
            throw new Refused(Refused.Reason.NUMBER_TAKEN);
        }
    }

    Enrolment get(long id) {
        return jdbc.sql("select * from funding_enrolment where id = ?")
                .param(id)
                .query(this::enrolment)
                .single();
    }

    /** True while an enrolment of this software is open or validated. */
    boolean isTaken(String ansNumber) {
        return jdbc.sql("select exists (select 1 from funding_enrolment where lower(ans_number) = lower(?) and holds)")
                .param(ansNumber)
                .query(Boolean.class)
                .single();
    }

    /** What an agent waits for, or why it was rejected; nothing any more when null. */
    void remark(long id, @Nullable String remark) {
        jdbc.sql("update funding_enrolment set remark = ? where id = ?")
                .params(remark, id)
                .update();
    }

    /** The software can be asked for again. */
    void release(long id) {
        jdbc.sql("update funding_enrolment set holds = false, remark = null where id = ?")
                .param(id)
                .update();
    }

    private Enrolment enrolment(ResultSet row, int index) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                Enrolment.Kind.valueOf(row.getString("kind")),
                row.getString("ans_number"),
                row.getString("siret"),
                json.map(row.getString("answers")),
                row.getString("form"),
                row.getString("email"),
                row.getString("remark"));
    }
}
