package org.navette.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The news of an organism as its supervisors keep them (PART-25). Those of another organism are not there. */
@Component
@Transactional
public class Newsroom {

    private static final String TOPIC = "news";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final NewsInForce news;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Newsroom(NewsInForce news, Journal journal, JdbcClient jdbc, Clock clock) {
        this.news = news;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest news of the organism, whether or not partners read them today, last first; at most 100. */
    @Transactional(readOnly = true)
    public List<News> of(Supervisor supervisor) {
        return news.ofOrganism(supervisor.code());
    }

    /** @throws NoSuchElementException when the organism has no such news */
    @Transactional(readOnly = true)
    public News get(Supervisor supervisor, UUID id) {
        return news.find(supervisor.code(), id).orElseThrow(() -> new NoSuchElementException("no such news"));
    }

    /** Where news stand today. */
    @Transactional(readOnly = true)
    public News.State state(News item) {
        return item.state(LocalDate.now(clock));
    }

    /** The latest changes. */
    @Transactional(readOnly = true)
    public List<Journal.Entry> changes(Supervisor supervisor) {
        return journal.latest(supervisor, TOPIC);
    }

    /**
     * Publishes news; sent twice, the second changes nothing.
     *
     * @param id the key of the form that was filled
     * @throws InvalidEntry when a value cannot be taken
     */
    public void publish(Supervisor supervisor, UUID id, NewsText text) {
        check(text);
        int added = jdbc.sql("insert into news (id, organism_code, title, body, starts_on, ends_on, published_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        id,
                        supervisor.code(),
                        text.title(),
                        text.body(),
                        text.firstDay(),
                        text.lastDay(),
                        Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            journal.write(supervisor, TOPIC, "Actualité « %s » publiée, %s".formatted(text.title(), window(text)));
        }
    }

    /**
     * Changes news; withdrawn ones are published again.
     *
     * @param version the one that was shown
     * @throws InvalidEntry when a value cannot be taken
     * @throws ChangedMeanwhile when a colleague was faster
     * @throws NoSuchElementException when the organism has no such news
     */
    public void change(Supervisor supervisor, UUID id, int version, NewsText text) {
        get(supervisor, id);
        check(text);
        int changed = jdbc.sql("update news set title = ?, body = ?, starts_on = ?, ends_on = ?, withdrawn_at = null,"
                        + " version = version + 1 where organism_code = ? and id = ? and version = ?")
                .params(text.title(), text.body(), text.firstDay(), text.lastDay(), supervisor.code(), id, version)
                .update();
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        journal.write(supervisor, TOPIC, "Actualité « %s » modifiée, %s".formatted(text.title(), window(text)));
    }

    /** Takes news back: partners read them no more. Withdrawn already, or past, they stay as they are. */
    public void withdraw(Supervisor supervisor, UUID id) {
        News item = get(supervisor, id);
        int changed = jdbc.sql("update news set withdrawn_at = ?, version = version + 1"
                        + " where organism_code = ? and id = ? and withdrawn_at is null and ends_on >= ?")
                .params(Timestamp.from(clock.instant()), supervisor.code(), id, LocalDate.now(clock))
                .update();
        if (changed == 1) {
            journal.write(supervisor, TOPIC, "Actualité « %s » retirée".formatted(item.title()));
        }
    }

    private void check(NewsText text) {
        Map<String, String> problems = text.problems(LocalDate.now(clock));
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
    }

    private static String window(NewsText text) {
        return "du %s au %s".formatted(DAY.format(text.firstDay()), DAY.format(text.lastDay()));
    }
}
