package org.navette.providers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of memberships; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class MembershipRows {

    private final JdbcClient jdbc;
    private final Json json;

    MembershipRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Membership it) {
        jdbc.sql("insert into membership (id, kind, establishment_id, form, answers, email, gsm)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(
                        it.id(),
                        it.kind().name(),
                        it.establishment(),
                        it.form(),
                        json.write(it.answers()),
                        it.email(),
                        it.gsm())
                .update();
    }

    Membership get(long id) {
        return jdbc.sql("select * from membership where id = ?")
                .param(id)
                .query(this::membership)
                .single();
    }

    /** The one of a number. */
    Optional<Membership> find(String number) {
        return jdbc.sql(
                        "select m.* from membership m join request r on r.id = m.id where r.number = ? and r.espace = ?")
                .params(number, Membership.ESPACE)
                .query(this::membership)
                .optional();
    }

    void receive(long id, Membership.Reception reception) {
        jdbc.sql("update membership set received_on = ?, agency = ?, identity_copy = ? where id = ?")
                .params(Date.valueOf(reception.on()), reception.agency(), reception.identityCopy(), id)
                .update();
    }

    void receipt(long id, UUID file) {
        jdbc.sql("update membership set receipt_id = ? where id = ?")
                .params(file, id)
                .update();
    }

    void reject(long id, String ground) {
        jdbc.sql("update membership set ground = ? where id = ?")
                .params(ground, id)
                .update();
    }

    private Membership membership(ResultSet row, int index) throws SQLException {
        return new Membership(
                row.getLong("id"),
                Membership.Kind.valueOf(row.getString("kind")),
                row.getObject("establishment_id", UUID.class),
                row.getString("form"),
                json.map(row.getString("answers")),
                row.getString("email"),
                row.getString("gsm"),
                reception(row),
                row.getObject("receipt_id", UUID.class),
                row.getString("ground"));
    }

    private static Membership.@Nullable Reception reception(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("received_on", LocalDate.class);
        return on == null
                ? null
                : new Membership.Reception(on, row.getString("agency"), row.getBoolean("identity_copy"));
    }
}
