package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of requests to the support; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class SupportRows {

    private final JdbcClient jdbc;
    private final Json json;

    SupportRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(SupportRequest request) {
        jdbc.sql("insert into funding_support_request (id, supplier_id, name, email, form, answers)"
                        + " values (?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(
                        request.id(),
                        request.supplier(),
                        request.name(),
                        request.email(),
                        request.form(),
                        json.write(request.answers()))
                .update();
    }

    SupportRequest get(long id) {
        return jdbc.sql("select * from funding_support_request where id = ?")
                .param(id)
                .query(this::request)
                .single();
    }

    void answer(long id, String answer) {
        jdbc.sql("update funding_support_request set answer = ? where id = ?")
                .params(answer, id)
                .update();
    }

    private SupportRequest request(ResultSet row, int index) throws SQLException {
        return new SupportRequest(
                row.getLong("id"),
                row.getObject("supplier_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("form"),
                json.map(row.getString("answers")),
                row.getString("answer"));
    }
}
