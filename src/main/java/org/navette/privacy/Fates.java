package org.navette.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Processes;
import org.navette.portal.Formats;
import org.navette.requests.PersonRequests.Found;
import org.navette.retention.Retained;
import org.navette.retention.Retained.Kind;
import org.navette.retention.RetentionTimes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which requests may be erased when their person asks for it, and why the others may not. */
@Component
@Transactional(readOnly = true)
class Fates {

    private final Map<String, Retained> byKind;
    private final RetentionTimes times;
    private final Processes processes;
    private final Formats formats;
    private final Clock clock;

    Fates(List<Retained> retained, RetentionTimes times, Processes processes, Formats formats, Clock clock) {
        this.byKind = retained.stream()
                .flatMap(espace -> espace.kinds().stream().map(kind -> Map.entry(kind.code(), espace)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.times = times;
        this.processes = processes;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * What becomes of a request.
     *
     * @param why it stays, in French; null when it goes
     * @param open whether it stays because something is still to be done about it
     */
    record Fate(Found request, @Nullable String why, boolean open) {

        boolean goes() {
            return why == null;
        }
    }

    /** What becomes of requests, now. */
    List<Fate> of(List<Found> requests) {
        Set<String> running =
                processes.running(requests.stream().map(Found::number).toList());
        return requests.stream().map(request -> of(request, running)).toList();
    }

    private Fate of(Found request, Set<String> running) {
        if (running.contains(request.number()) || request.phase().isOpen()) {
            return new Fate(request, "en cours : elle doit d’abord être terminée", true);
        }
        if (!kind(request.kind()).over().contains(request.phase())) {
            return new Fate(request, "elle fonde un droit qui dure", false);
        }
        Optional<Instant> bound = times.bound(request.kind(), request.statusAt());
        return bound.filter(until -> until.isAfter(clock.instant()))
                .map(until -> new Fate(request, "la loi la fait garder jusqu’au " + formats.day(until), false))
                .orElse(new Fate(request, null, false));
    }

    Retained espace(String kind) {
        return byKind.get(kind);
    }

    Kind kind(String code) {
        return espace(code).kinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
