package org.navette.funding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The versions of requests since their deposit (FUND-18, FUND-20). */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class Amendments {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Amendments(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Why there is a new version. */
    public enum Cause {
        DEPOSIT("Dépôt"),
        MODIFICATION("Modification"),
        CANCELLATION("Annulation"),
        RECOVERY("Recouvrement total");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * A version.
     *
     * @param version from 1
     * @param by who made it, as people read it
     */
    public record Amendment(int version, Cause cause, Instant at, String by, Declaration declaration) {}

    /** Adds a version; the caller holds the request's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(long requestId, Cause cause, String by, Declaration declaration) {
        jdbc.sql("insert into funding_amendment (request_id, version, cause, at, by_name, declaration)"
                        + " select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?::jsonb from funding_amendment"
                        + " where request_id = ?")
                .params(
                        requestId,
                        cause.name(),
                        Timestamp.from(clock.instant()),
                        by,
                        json.write(declaration),
                        requestId)
                .update();
    }

    /** The versions of a request that the caller may see, the first first. */
    List<Amendment> of(long requestId) {
        return jdbc.sql("select * from funding_amendment where request_id = ? order by version")
                .param(requestId)
                .query((row, index) -> new Amendment(
                        row.getInt("version"),
                        Cause.valueOf(row.getString("cause")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        json.read(row.getString("declaration"), Declaration.class)))
                .list();
    }
}
