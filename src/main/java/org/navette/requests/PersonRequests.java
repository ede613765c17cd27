package org.navette.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.navette.engine.Phase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a person in all espaces, for exports and erasures (COMM-05). Erased ones are nobody's. */
@Component
@Transactional(readOnly = true)
public class PersonRequests {

    private static final String FOUND = "select id, espace, number, subject, status_label, phase, status_at"
            + " from request where erased_at is null and ";

    private final JdbcClient jdbc;

    PersonRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that is somebody's. */
    public record Found(
            long id, String kind, String number, String subject, String status, Phase phase, Instant statusAt) {}

    /** Those that an account has made, the oldest first, behind one of them; 0 begins. */
    public List<Found> of(UUID account, long behind, int most) {
        return jdbc.sql(FOUND + "author_id = ? and id > ? order by id limit ?")
                .params(account, behind, most)
                .query(PersonRequests::found)
                .list();
    }

    /** Those of these ids, the oldest first, behind one of them. */
    public List<Found> of(Collection<Long> ids, long behind, int most) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FOUND + "id in (:ids) and id > :behind order by id limit :most")
                        .param("ids", ids)
                        .param("behind", behind)
                        .param("most", most)
                        .query(PersonRequests::found)
                        .list();
    }

    /** Requests of these kinds whose number or person holds all these words, folded; by their index. */
    public List<Long> matching(Collection<String> kinds, Collection<String> words, int most) {
        String each = " and search like '%' || ? || '%' escape '\\'".repeat(words.size());
        return jdbc.sql("select id from request where espace = any (?) and erased_at is null" + each
                        + " order by id limit ?")
                .param(kinds.toArray(String[]::new))
                .params(words.stream()
                        .map(word -> (Object)
                                word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                        .toList())
                .param(most)
                .query(Long.class)
                .list();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getString("espace"),
                row.getString("number"),
                row.getString("subject"),
                row.getString("status_label"),
                Phase.valueOf(row.getString("phase")),
                row.getTimestamp("status_at").toInstant());
    }
}
