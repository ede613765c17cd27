package org.navette.requests;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The other requests about a person, of whatever structure, for the agents of the organism that received them. */
@Component
class SamePerson {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    SamePerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One request, as a line of the dossier. */
    public record Other(String number, String subject, String statusLabel, Instant createdAt) {}

    /** The latest other requests whose person has the same title and name; none when the request is about nobody. */
    List<Other> as(Request request) {
        if (request.person() == null) {
            return List.of();
        }
        return jdbc.sql("select number, subject, status_label, created_at from request where organism_code = :organism"
                        + " and espace = :espace and person = :person and id <> :id order by created_at desc limit "
                        + MOST)
                .param("organism", request.scope().organism())
                .param("espace", request.scope().espace())
                .param("person", request.person())
                .param("id", request.id())
                .query((row, index) -> new Other(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("status_label"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
