package org.navette.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of demands to be recognised as responsible; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ResponsibleRows {

    private final JdbcClient jdbc;
    private final Json json;

    ResponsibleRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(ResponsibleDemand demand) {
        jdbc.sql(
                        "insert into procedure_responsible (id, company_id, civility, last_name, first_name, email, phone, form,"
                                + " answers) values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(
                        demand.id(),
                        demand.company(),
                        demand.civility(),
                        demand.lastName(),
                        demand.firstName(),
                        demand.email(),
                        demand.phone(),
                        demand.form(),
                        json.write(demand.answers()))
                .update();
    }

    ResponsibleDemand get(long id) {
        return jdbc.sql("select * from procedure_responsible where id = ?")
                .param(id)
                .query(this::demand)
                .single();
    }

    /** The number of a person's latest demand that they have not withdrawn. */
    Optional<String> latest(UUID account) {
        return jdbc.sql("select number from request where author_id = ? and espace = '" + ResponsibleDemand.ESPACE
                        + "' and phase <> 'CANCELLED' order by id desc limit 1")
                .param(account)
                .query(String.class)
                .optional();
    }

    void decide(long id, String decision, String explanation) {
        jdbc.sql("update procedure_responsible set decision = ?, explanation = ? where id = ?")
                .params(decision, explanation, id)
                .update();
    }

    private ResponsibleDemand demand(ResultSet row, int index) throws SQLException {
        return new ResponsibleDemand(
                row.getLong("id"),
                row.getObject("company_id", UUID.class),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("form"),
                json.map(row.getString("answers")),
                row.getString("decision"),
                row.getString("explanation"));
    }
}
