package org.navette.portal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates and sizes as French pages write them; templates call it as {@code @formats} (COMM-18). */
@Component("formats")
public class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH'h'mm", Locale.FRENCH);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.FRENCH);

    private final ZoneId zone;

    Formats(Clock clock) {
        this.zone = clock.getZone();
    }

    /** 31/12/2026. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** 31/12/2026, in the application's zone. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    /** 31/12/2026 16h26, in the application's zone. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** 31/12/2026 16:26:05, in the application's zone: for requests for funding alone. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    /** The machine's form of an instant, for {@code <time datetime>}. */
    public String iso(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    /** 3 j 4 h, 4 h 12 min, 12 min; the two largest units. */
    public String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return "%d\u00a0j %d\u00a0h".formatted(duration.toDays(), duration.toHoursPart());
        }
        return duration.toHours() > 0
                ? "%d\u00a0h %02d\u00a0min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d\u00a0min".formatted(duration.toMinutes());
    }

    /** {@code 1 074,99 €}; empty for null. */
    public String euros(@Nullable BigDecimal amount) {
        return amount == null ? "" : Euros.of(amount);
    }

    /** {@code 1 234,50 DH}; empty for null. */
    public String dirhams(@Nullable BigDecimal amount) {
        return amount == null ? "" : Dirhams.of(amount);
    }

    /** {@code 3 796}. */
    public String count(long number) {
        return new DecimalFormat("#,##0", WrittenAmount.symbols()).format(number);
    }

    /** 812 o, 12 ko, 1,2 Mo, 5 Mo. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + "\u00a0o";
        }
        return bytes < 1_048_576
                ? "%d\u00a0ko".formatted(Math.round(bytes / 1024.0))
                : new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.FRENCH)).format(bytes / 1_048_576.0)
                        + "\u00a0Mo";
    }
}
