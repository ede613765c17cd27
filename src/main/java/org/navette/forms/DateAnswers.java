package org.navette.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates, times, and both together, as form-js writes them (ISO 8601 to the minute, with or without an offset). */
final class DateAnswers implements Answers {

    /** How a form writes that a bound is the current day, or the day so many years ago: {@code today-18y}. */
    static final Pattern TODAY = Pattern.compile("today(?:-(?<years>[0-9]{1,3})y)?");

    private static final String DAY = "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final String TIME =
            "(?<time>[0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?" + "(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern ISO_DATE = Pattern.compile(DAY);
    private static final Pattern ISO_TIME = Pattern.compile(TIME);
    private static final Pattern ISO_DATE_TIME = Pattern.compile(DAY + "T" + TIME);
    private static final Pattern TYPED_DATE = Pattern.compile("([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})");
    private static final int LONGEST = 40;
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter FRENCH_TIME = DateTimeFormatter.ofPattern("HH'h'mm");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Messages messages;

    DateAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        if (!(raw instanceof String typed) || typed.length() > LONGEST) {
            return Reading.unusable(messages.text(code(field) + ".type"));
        }
        String text = Texts.clean(typed);
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        if (field.kind() == Kind.DATE) {
            text = iso(text);
        }
        Matcher parts = pattern(field).matcher(text);
        if (!parts.matches()) {
            return Reading.unusable(messages.text(code(field) + ".type"));
        }
        try {
            check(field, parts, text);
            return Reading.of(text);
        } catch (DateTimeException e) {
            return Reading.unusable(messages.text(code(field) + ".unknown"));
        }
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        if (field.kind() == Kind.TIME) {
            return null;
        }
        LocalDate today = situation.today();
        LocalDate day = LocalDate.parse(value.toString().substring(0, 10));
        LocalDate min = bound(field.properties().get("min"), today);
        LocalDate max = bound(field.properties().get("max"), today);
        if (field.rules().noPastDates() && day.isBefore(today)) {
            return messages.text("date.past");
        }
        if (min != null && day.isBefore(min)) {
            return outside(field, min.equals(today) ? "date.past" : "date.before", min);
        }
        if (max != null && day.isAfter(max)) {
            return outside(field, max.equals(today) ? "date.future" : "date.after", max);
        }
        return null;
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        String text = String.valueOf(value);
        Matcher parts = pattern(field).matcher(text);
        if (!parts.matches()) {
            return List.of(text);
        }
        try {
            return List.of(french(field, parts, text));
        } catch (DateTimeException e) {
            return List.of(text);
        }
    }

    private String outside(Field field, String code, LocalDate limit) {
        return field.message() == null ? messages.text(code, FRENCH_DAY.format(limit)) : field.message();
    }

    private String french(Field field, Matcher parts, String text) {
        return switch (field.kind()) {
            case DATE -> FRENCH_DAY.format(LocalDate.parse(text));
            case TIME -> FRENCH_TIME.format(LocalTime.parse(parts.group("time")));
            default -> {
                String local = parts.group("offset") == null
                        ? text
                        : OffsetDateTime.parse(text)
                                .atZoneSameInstant(PARIS)
                                .toLocalDateTime()
                                .toString();
                String day = FRENCH_DAY.format(LocalDate.parse(local.substring(0, 10)));
                String time = FRENCH_TIME.format(LocalTime.parse(local.substring(11, 16)));
                yield messages.text("date-time", day, time);
            }
        };
    }

    private static void check(Field field, Matcher parts, String text) {
        if (field.kind() != Kind.TIME) {
            LocalDate.parse(parts.group("day"));
        }
        if (field.kind() != Kind.DATE) {
            LocalTime.parse(parts.group("time"));
            String day = field.kind() == Kind.TIME ? "2000-01-01T" : "";
            OffsetDateTime.parse(day + text + (parts.group("offset") == null ? "Z" : ""));
        }
    }

    /** A day typed as dd/mm/yyyy as an ISO one, real or not; any other text as it is. */
    private static String iso(String text) {
        Matcher typed = TYPED_DATE.matcher(text);
        return typed.matches()
                ? "%s-%02d-%02d"
                        .formatted(typed.group(3), Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(1)))
                : text;
    }

    private static Pattern pattern(Field field) {
        return switch (field.kind()) {
            case TIME -> ISO_TIME;
            case DATE_TIME -> ISO_DATE_TIME;
            default -> ISO_DATE;
        };
    }

    private static String code(Field field) {
        return field.kind() == Kind.TIME ? "time" : "date";
    }

    /** A bound as forms write it: the current day, some years ago, or an ISO day; null when there is none. */
    private static @Nullable LocalDate bound(@Nullable String text, LocalDate today) {
        if (text == null) {
            return null;
        }
        Matcher relative = TODAY.matcher(text);
        if (!relative.matches()) {
            return LocalDate.parse(text);
        }
        return relative.group("years") == null ? today : today.minusYears(Long.parseLong(relative.group("years")));
    }
}
