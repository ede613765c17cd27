package org.navette.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.navette.engine.EngineTroubles;
import org.navette.engine.EngineTroubles.Stuck;
import org.navette.files.UncheckedFiles;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail "ce qui est cassé", once a day, to {@code navette.operations.digest-to} (addresses, comma between them). On a
 * day without trouble there is none.
 */
@Component
public class DailyDigest {

    /** Of each kind of trouble so many are told one by one. */
    private static final int TOLD = 20;

    private static final int MOST = 1_000;
    private static final String MAILS = "send-mail";
    private static final Duration LATE = Duration.ofHours(1);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH'h'mm");

    private final EngineTroubles engine;
    private final UncheckedFiles unchecked;
    private final Outbox outbox;
    private final Clock clock;
    private final List<String> readers;

    DailyDigest(
            EngineTroubles engine,
            UncheckedFiles unchecked,
            Outbox outbox,
            Clock clock,
            @Value("${navette.operations.digest-to:}") List<String> readers) {
        this.engine = engine;
        this.unchecked = unchecked;
        this.outbox = outbox;
        this.clock = clock;
        this.readers =
                readers.stream().map(String::strip).filter(to -> !to.isEmpty()).toList();
    }

    /** Leaves the mails of today in the outbox; a second call on the same day leaves none. */
    @Transactional
    public void send() {
        Broken broken = look();
        if (broken.isNothing()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        readers.forEach(to -> outbox.queue(
                new Letter("digest:" + today + ":" + to, "operations/digest", to, model(broken, today), null)));
    }

    Broken look() {
        List<Stuck> incidents = engine.incidents(MOST);
        return new Broken(
                incidents.stream().filter(stuck -> !isMail(stuck)).toList(),
                incidents.stream().filter(DailyDigest::isMail).toList(),
                engine.overdueTimers(LATE, MOST),
                unchecked.since(clock.instant().minus(Duration.ofDays(1))));
    }

    private static boolean isMail(Stuck stuck) {
        return stuck.process().equals(MAILS);
    }

    Map<String, Object> model(Broken broken, LocalDate today) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("day", today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        model.put("unchecked", broken.unchecked());
        add(model, "incidents", broken.incidents());
        add(model, "mails", broken.mails());
        add(model, "timers", broken.timers());
        return model;
    }

    private void add(Map<String, Object> model, String kind, List<Stuck> stuck) {
        model.put(kind, stuck.stream().limit(TOLD).map(this::line).toList());
        model.put(kind + "Count", stuck.size() == MOST ? MOST + " ou plus" : String.valueOf(stuck.size()));
        model.put(kind + "More", Math.max(0, stuck.size() - TOLD));
    }

    private String line(Stuck stuck) {
        String what = stuck.reference() == null
                ? stuck.step()
                : (isMail(stuck) ? "courriel " : "n° ") + stuck.reference() + " : " + stuck.step();
        return what + ", depuis le " + MOMENT.format(stuck.since().atZone(clock.getZone()));
    }
}
