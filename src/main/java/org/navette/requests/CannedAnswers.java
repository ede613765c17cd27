package org.navette.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Supervisor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers that organisms keep ready (COMM-10): edited by their supervisors, inserted by their agents. What belongs to
 * another organism is not there.
 */
@Component
@Transactional
public class CannedAnswers {

    private static final String TOPIC = "canned-answers";

    /** As many as a list to choose from can hold. */
    private static final int MOST_OFFERED = 100;

    private static final String COLUMNS = "select id, topic, title, body, version from canned_answer";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final List<DossierSource> espaces;

    CannedAnswers(JdbcClient jdbc, Journal journal, List<DossierSource> espaces) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.espaces = espaces;
    }

    /** The catalogue of an organism by title. */
    @Transactional(readOnly = true)
    public List<CannedAnswer> of(Supervisor supervisor) {
        return jdbc.sql(COLUMNS + " where organism_code = ? order by title collate \"fr-x-icu\", topic, id")
                .param(supervisor.code())
                .query(CannedAnswers::answer)
                .list();
    }

    /** @throws NoSuchElementException when the organism has no such answer */
    @Transactional(readOnly = true)
    public CannedAnswer get(Supervisor supervisor, UUID id) {
        return jdbc.sql(COLUMNS + " where organism_code = ? and id = ?")
                .params(supervisor.code(), id)
                .query(CannedAnswers::answer)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no such canned answer"));
    }

    /** The offers of an organism, in all espaces, with their reasons. */
    @Transactional(readOnly = true)
    public List<DossierSource.Topic> topics(Supervisor supervisor) {
        return espaces.stream()
                .flatMap(espace -> espace.topics(supervisor.code()).stream())
                .toList();
    }

    /** The latest changes of the catalogue. */
    @Transactional(readOnly = true)
    public List<Journal.Entry> changes(Supervisor supervisor) {
        return journal.latest(supervisor, TOPIC);
    }

    /**
     * Adds an answer; sent twice, the second changes nothing.
     *
     * @param id the key of the form that was filled
     * @throws InvalidEntry when a value cannot be taken
     */
    public void add(Supervisor supervisor, UUID id, CannedText text) {
        check(supervisor, text, "");
        int added = unique(() -> jdbc.sql("insert into canned_answer (id, organism_code, topic, title, body, version)"
                        + " values (?, ?, ?, ?, ?, 0) on conflict (id) do nothing")
                .params(id, supervisor.code(), text.topic(), text.title(), text.body())
                .update());
        if (added == 1) {
            journal.write(supervisor, TOPIC, "Réponse type « %s » créée".formatted(text.title()));
        }
    }

    /**
     * Changes an answer.
     *
     * @param version the one that was shown
     * @throws InvalidEntry when a value cannot be taken
     * @throws ChangedMeanwhile when a colleague was faster
     * @throws NoSuchElementException when the organism has no such answer
     */
    public void change(Supervisor supervisor, UUID id, int version, CannedText text) {
        CannedAnswer before = get(supervisor, id);
        check(supervisor, text, before.topic());
        int changed = unique(() -> jdbc.sql("update canned_answer set topic = ?, title = ?, body = ?,"
                        + " version = version + 1 where organism_code = ? and id = ? and version = ?")
                .params(text.topic(), text.title(), text.body(), supervisor.code(), id, version)
                .update());
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        journal.write(
                supervisor,
                TOPIC,
                before.title().equals(text.title())
                        ? "Réponse type « %s » modifiée".formatted(text.title())
                        : "Réponse type « %s » modifiée, auparavant « %s »".formatted(text.title(), before.title()));
    }

    /** Removes an answer; removed already, nothing happens. */
    public void remove(Supervisor supervisor, UUID id) {
        jdbc.sql("delete from canned_answer where organism_code = ? and id = ? returning title")
                .params(supervisor.code(), id)
                .query(String.class)
                .optional()
                .ifPresent(title -> journal.write(supervisor, TOPIC, "Réponse type « %s » supprimée".formatted(title)));
    }

    /** What an agent can insert into the answer to a request: those for its reason, its offer, then for all. */
    @Transactional(readOnly = true)
    public List<CannedAnswer> fitting(Request request, DossierSource espace) {
        List<String> topics = espace.topics(request);
        return jdbc.sql(COLUMNS + " where organism_code = :organism and topic in (:topics)"
                        + " order by length(topic) desc, title collate \"fr-x-icu\", id limit " + MOST_OFFERED)
                .param("organism", request.scope().organism())
                .param("topics", topics)
                .query(CannedAnswers::answer)
                .list();
    }

    /** @param kept a topic that is no longer offered may stay as it is */
    private void check(Supervisor supervisor, CannedText text, String kept) {
        Map<String, String> problems = text.problems();
        boolean known = text.topic().isEmpty()
                || text.topic().equals(kept)
                || topics(supervisor).stream().anyMatch(topic -> topic.has(text.topic()));
        if (!known) {
            problems.put("topic", "UNKNOWN");
        }
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
    }

    private static int unique(java.util.function.IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException e) {
            throw new InvalidEntry(Map.of("title", "TAKEN"));
        }
    }

    private static CannedAnswer answer(ResultSet row, int index) throws SQLException {
        return new CannedAnswer(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("title"),
                row.getString("body"),
                row.getInt("version"));
    }
}
