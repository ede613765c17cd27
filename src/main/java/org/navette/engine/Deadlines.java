package org.navette.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Dates that models compute, e.g. {@code ${deadlines.inDays(15)}}: same hour of the day, also across a change of clocks. */
@Component
@ModelBean
public class Deadlines {

    private final Clock clock;

    Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** The moment so many days from now, by the calendar of Europe/Paris. */
    public Date inDays(int days) {
        return Date.from(
                LocalDateTime.now(clock).plusDays(days).atZone(clock.getZone()).toInstant());
    }
}
