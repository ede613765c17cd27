package org.navette.files;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of the files of requests that are kept no longer (COMM-05). */
@Component
public class FileErasure {

    private static final String NAME = "fichier";
    private static final String REASON = "La durée de conservation est terminée.";

    private final JdbcClient jdbc;
    private final Clock clock;

    FileErasure(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Deletes what these owners have uploaded and never sent; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void eraseUnsent(Collection<String> owners) {
        jdbc.sql("delete from stored_file where owner in (:owners) and request_id is null")
                .param("owners", owners)
                .update();
    }

    /** Keeps that there were files, and nothing of what is in them or in their names; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<Long> requests) {
        jdbc.sql("delete from file_chunk where file_id in (select id from stored_file where request_id in (:ids))")
                .param("ids", requests)
                .update();
        // the fingerprint of what is gone would still tell whether somebody has the same file
        jdbc.sql("update stored_file set name = :name, owner = '', sha256 = sha256(convert_to(id::text, 'UTF8')),"
                        + " content_removed_at = coalesce(content_removed_at, :now), removal_reason = :reason"
                        + " where request_id in (:ids)")
                .param("name", NAME)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", REASON)
                .param("ids", requests)
                .update();
    }
}
