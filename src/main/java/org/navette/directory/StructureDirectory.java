package org.navette.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Structures as people look them up and register them: by name, number or SIRET. */
@Component
@Transactional(readOnly = true)
public class StructureDirectory {

    /** Shortest text that is looked for among all structures. */
    public static final int SHORTEST_SEARCH = 3;

    private static final int MOST_FOUND = 20;
    private static final String COLUMNS = "select s.id, s.number, s.name, s.siret from structure s";
    private static final String ORDER = " order by s.name collate \"fr-x-icu\", s.number";

    private final JdbcClient jdbc;

    StructureDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A structure in a list.
     *
     * @param number ours, from 1
     */
    public record Listed(UUID id, int number, String name, @Nullable String siret) {}

    /** @throws NoSuchElementException when there is none */
    public Listed get(UUID id) {
        return jdbc.sql(COLUMNS + " where s.id = ?")
                .param(id)
                .query(StructureDirectory::listed)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no such structure"));
    }

    /** Structures whose name holds the text, or whose number or SIRET it is; at most 20, none for less than 3 characters. */
    public List<Listed> search(String text) {
        String wanted = folded(text);
        if (wanted.length() < SHORTEST_SEARCH && !wanted.matches("\\d+")) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + " where " + matches() + ORDER + " limit " + MOST_FOUND)
                .params(parameters(text))
                .query(StructureDirectory::listed)
                .list();
    }

    /**
     * The structures that have, had or will have a convention with an organism, by name.
     *
     * @param text that they match; empty for all
     * @param from how many are left out before
     * @param most how many at most
     */
    public List<Listed> withConvention(String organism, String text, int from, int most) {
        return jdbc.sql(COLUMNS + " where exists (select 1 from convention c where c.structure_id = s.id"
                        + " and c.organism_code = :organism) and (:plain = '' or " + matches() + ")" + ORDER
                        + " limit :most offset :from")
                .params(parameters(text))
                .param("organism", organism)
                .param("most", most)
                .param("from", from)
                .query(StructureDirectory::listed)
                .list();
    }

    /**
     * Registers a structure; sent twice, the second changes nothing. Two that register at once wait for each other.
     *
     * @param id the key of the form that was filled
     * @param siret empty when it is not known
     * @throws InvalidEntry when there is such a structure already
     */
    @Transactional
    public void register(UUID id, String name, String siret) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('navette.structures'))")
                .query((row, index) -> 1)
                .list();
        if (exists("id = ?", id)) {
            return;
        }
        if (!siret.isEmpty() && exists("siret = ?", siret)) {
            throw new InvalidEntry(Map.of("siret", "TAKEN"));
        }
        if (siret.isEmpty() && exists("search = ?", folded(name))) {
            throw new InvalidEntry(Map.of("name", "TAKEN"));
        }
        jdbc.sql("insert into structure (id, name, siret) values (?, ?, ?)")
                .params(id, name, siret.isEmpty() ? null : siret)
                .update();
    }

    private boolean exists(String condition, Object value) {
        return jdbc.sql("select exists (select 1 from structure where " + condition + ")")
                .param(value)
                .query(Boolean.class)
                .single();
    }

    private static String matches() {
        return "(strpos(s.search, :text) > 0 or s.number::text = :plain or s.siret = :plain)";
    }

    private static Map<String, Object> parameters(String text) {
        return Map.of("text", folded(text), "plain", Siret.plain(text));
    }

    /** Without case and accents, as the column {@code search}. */
    private static String folded(String text) {
        return Normalizer.normalize(text.strip().replace('’', '\''), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.FRENCH);
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class), row.getInt("number"), row.getString("name"), row.getString("siret"));
    }
}
