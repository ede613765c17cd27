package org.navette.portal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.requests.History;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the history asks for; whatever is missing or wrong counts as not asked, but for days: of one that
 * does not exist the page says so, and nothing is listed.
 *
 * @param statut a status code
 * @param offre an offer's title
 * @param demandeur an account id
 * @param du first day, as browsers send it or as people type it, jj/mm/aaaa
 * @param au last day, the same
 * @param texte searched in number and person
 * @param tri by what: date, offre, statut, personne, demandeur
 * @param ordre {@code croissant} or {@code decroissant}
 */
public record HistoryQuery(
        @Nullable String statut,
        @Nullable String offre,
        @Nullable String demandeur,
        @Nullable String du,
        @Nullable String au,
        @Nullable String texte,
        @Nullable String tri,
        @Nullable String ordre,
        @Nullable String page,
        @Nullable String taille) {

    private static final Set<Integer> SIZES = Set.of(10, 25, 50);
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** What is asked for; {@link History.Filter#NOTHING} when a day is wrong. */
    public History.Filter filter() {
        if (isWrong()) {
            return History.Filter.NOTHING;
        }
        String text = shown(texte);
        return new History.Filter(
                shown(statut),
                shown(offre),
                uuid(demandeur),
                day(du),
                day(au),
                text == null ? null : text.substring(0, Math.min(100, text.length())));
    }

    /** In which order; by date, the latest first, unless asked otherwise. */
    public History.Sort sort() {
        History.By by =
                switch (tri == null ? "" : tri) {
                    case "offre" -> History.By.SUBJECT;
                    case "statut" -> History.By.STATUS;
                    case "personne" -> History.By.PERSON;
                    case "demandeur" -> History.By.AUTHOR;
                    default -> History.By.DATE;
                };
        boolean descending = ordre == null || ordre.isEmpty() ? by == History.By.DATE : !"croissant".equals(ordre);
        return new History.Sort(by, descending);
    }

    /** Which page, from 1. */
    public int number() {
        return number(page, 1);
    }

    /** Rows on a page: 10, 25 or 50. */
    public int size() {
        int size = number(taille, 10);
        return SIZES.contains(size) ? size : 10;
    }

    /** True when something is asked for. */
    public boolean isFiltered() {
        return !History.Filter.NONE.equals(filter());
    }

    /** True when the first day is none, or the last. */
    public boolean isWrong() {
        return isWrong(du) || isWrong(au);
    }

    /** True when something is typed for a day and it is none that can be looked for. */
    public boolean isWrong(@Nullable String day) {
        return shown(day) != null && day(day) == null;
    }

    /** A day as its field takes it: ISO, or what was typed when it is wrong. */
    public @Nullable String field(@Nullable String typed) {
        LocalDate day = day(typed);
        return day == null ? shown(typed) : day.toString();
    }

    /** True when the last day comes before the first. */
    public boolean isBackwards() {
        LocalDate first = day(du);
        LocalDate last = day(au);
        return first != null && last != null && last.isBefore(first);
    }

    /** Another page of the list at this path. */
    public String toPage(String list, int other) {
        return address(list, String.valueOf(other));
    }

    /** The list as it was left, or a page from which one comes back to it. */
    public String to(String path) {
        return address(path, page);
    }

    private String address(String path, @Nullable String page) {
        var uri = UriComponentsBuilder.fromPath(path);
        add(uri, "statut", statut);
        add(uri, "offre", offre);
        add(uri, "demandeur", demandeur);
        add(uri, "du", du);
        add(uri, "au", au);
        add(uri, "texte", texte);
        add(uri, "tri", tri);
        add(uri, "ordre", ordre);
        add(uri, "taille", taille);
        add(uri, "page", page);
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (shown(value) != null) {
            uri.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.replace("\u0000", "").strip();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return shown(text) == null ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        String typed = shown(text);
        if (typed == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed, typed.contains("/") ? TYPED : DateTimeFormatter.ISO_LOCAL_DATE);
            return day.getYear() < 1900 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
