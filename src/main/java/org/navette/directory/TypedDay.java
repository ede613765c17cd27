package org.navette.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A day as a page sends it: as browsers write it, or as people do where a browser has no calendar. */
public final class TypedDay {

    private static final List<DateTimeFormatter> WRITTEN = Stream.of("uuuu-MM-dd", "dd/MM/uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /** Nobody means another century, unless it is said. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;

    private TypedDay() {}

    /** The day; nothing when it is none, or of another century. */
    public static Optional<LocalDate> of(String typed) {
        return of(typed, FIRST_YEAR);
    }

    /** The same for days that may be of another century: of birth, for instance. */
    public static Optional<LocalDate> of(String typed, int firstYear) {
        return WRITTEN.stream()
                .flatMap(written -> parse(typed.strip(), written).stream())
                .filter(day -> day.getYear() >= firstYear && day.getYear() <= LAST_YEAR)
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
