package org.navette.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.EspaceLogins;
import org.navette.retention.Retained.Beside;
import org.navette.retention.Retained.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of persons, and until when, for the data officer (COMM-05). Counted up to a limit and by indexes, so that
 * the page costs the same however much there is.
 */
@Component
@Transactional(readOnly = true)
public class RetentionFigures {

    /** Nobody needs to know how many more there are. */
    public static final int MOST = 10_000;

    private static final String COMMON_TITLE = "Commun à tous les espaces";

    private static final String COUNTS =
            """
            select k.code,
              (select count(*) from (select 1 from request r where r.espace = k.code
                 and r.phase in ('WITH_US', 'WITH_PARTNER') limit :most) x) as open,
              (select count(*) from (select 1 from request r where r.espace = k.code
                 and r.phase in ('RESOLVED', 'CLOSED', 'CANCELLED') and r.phase = any (string_to_array(k.phases, ','))
                 and r.erased_at is null limit :most) x) as over,
              (select count(*) from (select 1 from request r where r.espace = k.code
                 and r.erasure_announced_at is not null and r.erased_at is null
                 and r.erasure_announced_at >= r.status_at limit :most) x) as announced,
              (select count(*) from (select 1 from request r where r.espace = k.code
                 and r.erased_at is not null limit :most) x) as erased,
              (select min(r.status_at) from request r where r.espace = k.code
                 and r.phase in ('RESOLVED', 'CLOSED', 'CANCELLED') and r.phase = any (string_to_array(k.phases, ','))
                 and r.erased_at is null) as oldest,
              (select min(r.erasure_announced_at) from request r where r.espace = k.code
                 and r.erasure_announced_at is not null and r.erased_at is null) as told
            from unnest(:codes, :phases) as k (code, phases)""";

    private final List<Retained> retained;
    private final RetentionPeriods periods;
    private final EspaceLogins espaces;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionFigures(
            List<Retained> retained, RetentionPeriods periods, EspaceLogins espaces, JdbcClient jdbc, Clock clock) {
        this.retained = retained;
        this.periods = periods;
        this.espaces = espaces;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What an espace keeps.
     *
     * @param title as people know the espace
     */
    public record Kept(String title, List<OfKind> kinds, List<Besides> besides) {}

    /**
     * A kind of requests.
     *
     * @param period how long they are kept once they are over, in French
     * @param open how many something is still expected of; like the others, {@link #MOST} at most
     * @param over how many time is running for
     * @param announced how many of those were announced
     * @param erased how many there is only a trace of
     * @param next the first day when one of them may be erased; null when none is over
     */
    public record OfKind(
            String label, String period, long open, long over, long announced, long erased, @Nullable LocalDate next) {}

    /**
     * Data that belong to no request.
     *
     * @param kept until when, in French
     */
    public record Besides(String label, String kept, long count) {}

    /** All of it, by espace; what belongs to none comes last. */
    public List<Kept> all() {
        Map<String, OfKind> kinds = kinds();
        List<Beside> besides = new ArrayList<>();
        retained.forEach(espace -> besides.addAll(besides(espace)));
        Map<Beside, Besides> counted = count(besides);
        List<Kept> all = new ArrayList<>();
        for (Retained espace : retained) {
            all.add(new Kept(
                    title(espace),
                    Stream.concat(espace.kinds().stream().map(kind -> kinds.get(kind.code())), espace.others().stream())
                            .toList(),
                    besides(espace).stream().map(counted::get).toList()));
        }
        // what is common comes last
        all.sort(Comparator.comparing(kept -> kept.title().equals(COMMON_TITLE)));
        return all;
    }

    private String title(Retained espace) {
        return espace.espace().equals(Retained.COMMON)
                ? COMMON_TITLE
                : espaces.of(espace.espace()).title();
    }

    private List<Beside> besides(Retained espace) {
        if (espace.espace().equals(Retained.COMMON)) {
            return espace.beside();
        }
        // codes are words of ours, in lower case
        Beside accounts = new Beside(
                "Comptes",
                "Jusqu’à leur suppression, ou " + RetentionTimes.french(periods.accounts())
                        + " sans connexion si rien n’en a plus besoin.",
                "account where espace = '" + espace.espace() + "'");
        return Stream.concat(Stream.of(accounts), espace.beside().stream()).toList();
    }

    private Map<String, OfKind> kinds() {
        Map<String, Kind> kinds = retained.stream()
                .flatMap(espace -> espace.kinds().stream())
                .collect(Collectors.toMap(Kind::code, kind -> kind));
        String[] codes = kinds.keySet().toArray(String[]::new);
        String[] phases = Stream.of(codes)
                .map(code -> kinds.get(code).over().stream().map(Enum::name).collect(Collectors.joining(",")))
                .toArray(String[]::new);
        return jdbc
                .sql(COUNTS)
                .param("most", MOST)
                .param("codes", codes)
                .param("phases", phases)
                .query((row, n) -> Map.entry(row.getString("code"), kind(kinds.get(row.getString("code")), row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OfKind kind(Kind kind, ResultSet row) throws SQLException {
        Period period = periods.of(kind.code());
        return new OfKind(
                kind.label(),
                RetentionTimes.french(period),
                row.getLong("open"),
                row.getLong("over"),
                row.getLong("announced"),
                row.getLong("erased"),
                next(day(row, "oldest"), day(row, "told"), period));
    }

    /** Nothing is erased before its time, nor before it was announced long enough ago; tonight announces first. */
    private @Nullable LocalDate next(@Nullable LocalDate oldest, @Nullable LocalDate told, Period period) {
        if (oldest == null) {
            return null;
        }
        LocalDate due = oldest.plus(period);
        LocalDate noticed = (told == null ? LocalDate.now(clock) : told).plus(periods.notice());
        return due.isAfter(noticed) ? due : noticed;
    }

    private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        ZoneId zone = clock.getZone();
        var value = row.getTimestamp(column);
        return value == null ? null : LocalDate.ofInstant(Instant.ofEpochMilli(value.getTime()), zone);
    }

    private Map<Beside, Besides> count(List<Beside> besides) {
        String sql = IntStream.range(0, besides.size())
                .mapToObj(i -> "select " + i + ", (select count(*) from (select 1 from "
                        + besides.get(i).rows() + " limit :most) x)")
                .collect(Collectors.joining(" union all "));
        return jdbc
                .sql(sql)
                .param("most", MOST)
                .query((row, n) -> Map.entry(besides.get(row.getInt(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> new Besides(
                                found.getKey().label(), found.getKey().kept(), found.getValue())));
    }
}
