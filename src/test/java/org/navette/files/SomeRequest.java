package org.navette.files;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request's bare row, for files to be bound to. */
final class SomeRequest {

    private SomeRequest() {}

    /** Inserts a row and returns its id. */
    static long in(JdbcClient jdbc) {
        jdbc.sql("insert into organism (code, name) values ('000', 'Organisme des tests') on conflict do nothing")
                .update();
        return jdbc.sql("insert into request (espace, number, organism_code, structure_id, author_id, author_name,"
                        + " subject, status_code, status_label, phase, actions, status_at, created_at, search)"
                        + " values ('tests', ?, '000', ?, ?, '', '', '', '', 'WITH_US', '', now(), now(), '')"
                        + " returning id")
                .params(UUID.randomUUID().toString(), UUID.randomUUID(), UUID.randomUUID())
                .query(Long.class)
                .single();
    }
}
