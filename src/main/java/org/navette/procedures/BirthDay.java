package org.navette.procedures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A birth date as people type it, or as browsers send it. */
public final class BirthDay {

    private static final List<DateTimeFormatter> WRITTEN = Stream.of("dd/MM/uuuu", "d/M/uuuu", "uuuu-MM-dd")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private BirthDay() {}

    /** The day; nothing when it is none, before 1900 or not past. */
    public static Optional<LocalDate> of(String typed, LocalDate today) {
        return WRITTEN.stream()
                .flatMap(written -> parse(typed.strip(), written).stream())
                .filter(day -> !day.isBefore(FIRST) && day.isBefore(today))
                .findFirst();
    }

    private static Optional<LocalDate> parse(String typed, DateTimeFormatter written) {
        try {
            return Optional.of(LocalDate.parse(typed, written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
