package org.navette.partners.web;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.navette.Browser;
import org.navette.partners.Desk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests as lists read them, without what the diagram would make of them. */
record HistoryRows(JdbcClient jdbc, Desk desk) {

    private static final Pattern CARD = Pattern.compile("class=\"request__number\"[^>]*>n° (\\d{10})<");
    private static final AtomicInteger RANKS = new AtomicInteger(50_000);
    private static final String INSERT = "insert into request (espace, number, organism_code, structure_id, author_id,"
            + " author_name, subject, person, status_code, status_label, phase, actions, status_at, created_at, search)";

    /** The numbers of the requests that a page of the history shows, in its order. */
    static List<String> numbers(Browser.Page page) {
        return CARD.matcher(page.body()).results().map(card -> card.group(1)).toList();
    }

    /** One request; returns its number. The year is one that no test deposits in. */
    String add(Row row) {
        String number = "99%s%05d".formatted(desk.organism().code(), RANKS.incrementAndGet());
        jdbc.sql(INSERT + " values ('partners', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', now(), ?, ?)")
                .params(
                        number,
                        desk.organism().code(),
                        desk.structure().id(),
                        row.authorId,
                        row.author,
                        row.subject,
                        row.person,
                        row.statusCode,
                        row.statusLabel,
                        row.statusCode.equals("cancelled") ? "CANCELLED" : "WITH_US",
                        java.sql.Timestamp.from(row.at),
                        searched(number + " " + row.person))
                .update();
        return number;
    }

    /** Many requests of one person, one second apart. */
    void addMany(int count) {
        int first = RANKS.getAndAdd(count) + 1;
        jdbc.sql(INSERT + " select 'partners', '98' || ? || lpad(i::text, 6, '0'), ?, ?, ?, 'CHAUSSON Victor', 'Offre',"
                        + " 'Madame TUTU', 'new', 'Nouveau', 'WITH_US', '', now(), now() - i * interval '1 second',"
                        + " 'madame tutu' from generate_series(?, ?) i")
                .params(
                        desk.organism().code().substring(0, 2),
                        desk.organism().code(),
                        desk.structure().id(),
                        desk.account(),
                        first,
                        first + count - 1)
                .update();
    }

    /** Takes the structure's requests away: lists of all structures count them up to a limit. */
    void remove() {
        jdbc.sql("delete from request where structure_id = ?")
                .param(desk.structure().id())
                .update();
    }

    private static String searched(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.FRENCH);
    }

    /** What a list shows of a request, and sorts and filters by. */
    record Row(
            UUID authorId,
            String author,
            String subject,
            String person,
            String statusCode,
            String statusLabel,
            Instant at) {

        static Row of(Desk desk, String at) {
            return new Row(
                    desk.account(), "CHAUSSON Victor", "Offre", "Madame TUTU", "new", "Nouveau", Instant.parse(at));
        }

        Row by(UUID id, String name) {
            return new Row(id, name, subject, person, statusCode, statusLabel, at);
        }

        Row about(String other) {
            return new Row(authorId, author, other, person, statusCode, statusLabel, at);
        }

        Row person(String other) {
            return new Row(authorId, author, subject, other, statusCode, statusLabel, at);
        }

        Row status(String code, String label) {
            return new Row(authorId, author, subject, person, code, label, at);
        }
    }
}
