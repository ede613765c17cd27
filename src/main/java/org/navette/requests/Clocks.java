package org.navette.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.navette.engine.Phase;

/**
 * How long a request has waited for each side, read from its timeline.
 *
 * @param withUs for the organism
 * @param withPartner for the partner; an answer that awaits no more than a possible question counts for nobody
 */
public record Clocks(Duration withUs, Duration withPartner) {

    /** The clocks of a request at a moment. */
    static Clocks of(List<Timeline.Entry> entries, Instant now) {
        List<Timeline.Entry> statuses = entries.stream()
                .filter(entry -> entry.detail().get("phase") instanceof String)
                .toList();
        Duration us = Duration.ZERO;
        Duration partner = Duration.ZERO;
        for (int i = 0; i < statuses.size(); i++) {
            Instant until = i + 1 < statuses.size() ? statuses.get(i + 1).at() : now;
            Duration lasted = Duration.between(statuses.get(i).at(), until);
            switch (Phase.valueOf((String) statuses.get(i).detail().get("phase"))) {
                case WITH_US -> us = us.plus(lasted);
                case WITH_PARTNER -> partner = partner.plus(lasted);
                default -> {}
            }
        }
        return new Clocks(us, partner);
    }
}
