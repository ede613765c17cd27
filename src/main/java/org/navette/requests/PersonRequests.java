package org.navette.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    /** As many as are compared at once. */
    private static final int COMPARED = 1_000;

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

    /** Whether something is still expected of a request of one of these structures. */
    public boolean anyOpen(Collection<UUID> structures, Collection<String> kinds) {
        return jdbc.sql(
                        "select exists (select 1 from request where espace in (:kinds) and structure_id in (:structures)"
                                + " and phase in ('WITH_US', 'WITH_PARTNER'))")
                .param("kinds", kinds)
                .param("structures", structures)
                .query(Boolean.class)
                .single();
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

    /**
     * Requests of these kinds whose number or person holds all these words, folded, by their index; then those that are
     * the person's indeed.
     *
     * @param exact of ids, those that are meant
     * @param most how many of the meant ones
     */
    public List<Long> matching(
            Collection<String> kinds, Collection<String> words, UnaryOperator<List<Long>> exact, int most) {
        List<Long> meant = new ArrayList<>();
        long behind = 0;
        while (meant.size() < most) {
            List<Long> some = matching(kinds, words, behind);
            if (some.isEmpty()) {
                break;
            }
            meant.addAll(exact.apply(some));
            behind = some.get(some.size() - 1);
        }
        return meant.stream().limit(most).toList();
    }

    private List<Long> matching(Collection<String> kinds, Collection<String> words, long behind) {
        String each = " and search like '%' || ? || '%' escape '\\'".repeat(words.size());
        return jdbc.sql("select id from request where espace = any (?) and id > ? and erased_at is null" + each
                        + " order by id limit ?")
                .param(kinds.toArray(String[]::new))
                .param(behind)
                .params(words.stream()
                        .map(word -> (Object)
                                word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                        .toList())
                .param(COMPARED)
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
