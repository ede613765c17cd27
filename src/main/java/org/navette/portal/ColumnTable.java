package org.navette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.navette.requests.ListPage;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A table of at most some hundred rows that people filter and sort by each of its columns, {@value #PAGE} on a page. What
 * the address asks for is in the parameters {@code f-<column>}, {@code tri}, {@code ordre} and {@code page}; whatever is
 * missing or wrong counts as not asked.
 *
 * @param columns in their order
 * @param path of the page
 * @param kept what else the address says, such as the criteria of a search; neither filters nor sorting lose it
 * @param page of those rows that pass all filters, sorted
 * @param total rows before filtering
 */
public record ColumnTable<T>(List<Head> columns, String path, List<Kept> kept, ListPage<T> page, int total) {

    /** Rows on a page. */
    public static final int PAGE = 50;

    private static final int LONGEST_FILTER = 100;
    /** of one criterion that takes several */
    private static final int MOST_VALUES = 50;

    private static final String FILTER = "f-";
    private static final String DOWN = "decroissant";

    /**
     * A column.
     *
     * @param code in the address
     * @param title as people read it
     * @param text what is shown of a row, which filters look into
     * @param order by what rows are sorted, ascending
     */
    public record Column<T>(String code, String title, Function<T, String> text, Comparator<T> order) {

        /** A column sorted as French words are. */
        public static <T> Column<T> words(String code, String title, Function<T, String> text) {
            Collator collator = Collator.getInstance(Locale.FRENCH);
            return new Column<>(code, title, text, (one, two) -> collator.compare(text.apply(one), text.apply(two)));
        }

        /** A column sorted by something else than its words: a day, an amount. */
        public static <T, C extends Comparable<? super C>> Column<T> by(
                String code, String title, Function<T, String> text, Function<T, C> value) {
            return new Column<>(code, title, text, Comparator.comparing(value));
        }
    }

    /**
     * A column's head on the page.
     *
     * @param filter what its filter has; empty for none
     * @param sorted {@code ascending}, {@code descending}, or null when rows are sorted by another
     * @param sort address of the page sorted by this column, the other way round when it is already
     */
    public record Head(String code, String title, String filter, @Nullable String sorted, String sort) {

        /** The name of its filter's field. */
        public String field() {
            return FILTER + code;
        }
    }

    /** A parameter of the address that is no filter and no order. */
    public record Kept(String name, String value) {}

    /** Filters and sorts rows as an address asks for; without an order they stay as they come. */
    public static <T> ColumnTable<T> of(HttpServletRequest request, List<Column<T>> columns, List<T> rows) {
        return of(request, List.of(), columns, rows);
    }

    /**
     * The same on a page whose rows were searched for.
     *
     * @param criteria names of the search's parameters
     */
    public static <T> ColumnTable<T> of(
            HttpServletRequest request, List<String> criteria, List<Column<T>> columns, List<T> rows) {
        List<Kept> kept = kept(request, criteria);
        String by = Objects.requireNonNullElse(request.getParameter("tri"), "");
        boolean down = DOWN.equals(request.getParameter("ordre"));
        List<T> shown = new ArrayList<>(rows);
        List<Head> heads = new ArrayList<>();
        for (Column<T> column : columns) {
            String filter = filter(request, column.code());
            String wanted = folded(filter);
            if (!wanted.isEmpty()) {
                shown.removeIf(row -> !folded(column.text().apply(row)).contains(wanted));
            }
            boolean sorted = column.code().equals(by);
            if (sorted) {
                shown.sort(down ? column.order().reversed() : column.order());
            }
            heads.add(new Head(
                    column.code(),
                    column.title(),
                    filter,
                    sorted ? (down ? "descending" : "ascending") : null,
                    address(request, kept, columns, column.code(), sorted && !down)));
        }
        return new ColumnTable<>(heads, request.getRequestURI(), kept, page(request, shown), rows.size());
    }

    /** The rows of the page. */
    public List<T> rows() {
        return page.rows();
    }

    /** True when a column has a filter. */
    public boolean isFiltered() {
        return columns.stream().anyMatch(column -> !column.filter().isEmpty());
    }

    /** The column that rows are sorted by; null for none. */
    public @Nullable Head sortedBy() {
        return columns.stream()
                .filter(column -> column.sorted() != null)
                .findFirst()
                .orElse(null);
    }

    /** The page without any filter of its columns. */
    public String unfiltered() {
        var uri = UriComponentsBuilder.fromPath(path);
        keep(uri, kept);
        return uri.encode().build().toUriString();
    }

    /** The address of another page of the same rows. */
    public String toPage(String list, int number) {
        var uri = UriComponentsBuilder.fromPath(list);
        keep(uri, kept);
        columns.forEach(column -> filter(uri, column.code(), column.filter()));
        Head by = sortedBy();
        if (by != null) {
            order(uri, by.code(), "descending".equals(by.sorted()));
        }
        return uri.queryParam("page", number).encode().build().toUriString();
    }

    private static <T> ListPage<T> page(HttpServletRequest request, List<T> shown) {
        int number = ListPage.nearest(asked(request), PAGE, shown.size(), false);
        int first = (number - 1) * PAGE;
        int next = Math.min(first + PAGE, shown.size());
        return new ListPage<>(shown.subList(first, next), number, PAGE, shown.size(), false, next < shown.size());
    }

    private static int asked(HttpServletRequest request) {
        String page = Objects.requireNonNullElse(request.getParameter("page"), "");
        return page.matches("[0-9]{1,9}") ? Integer.parseInt(page) : 1;
    }

    private static List<Kept> kept(HttpServletRequest request, List<String> criteria) {
        List<Kept> kept = new ArrayList<>();
        for (String name : criteria) {
            String[] values = request.getParameterValues(name);
            if (values != null) {
                Arrays.stream(values)
                        .filter(value -> !value.isBlank())
                        .limit(MOST_VALUES)
                        .forEach(value -> kept.add(new Kept(name, value)));
            }
        }
        return kept;
    }

    private static void keep(UriComponentsBuilder uri, List<Kept> kept) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            uri.queryParam(kept.get(i).name(), "{kept" + i + "}");
            values.put("kept" + i, kept.get(i).value());
        }
        uri.uriVariables(values);
    }

    private static String filter(HttpServletRequest request, String column) {
        String typed = Objects.requireNonNullElse(request.getParameter(FILTER + column), "")
                .strip();
        return typed.substring(0, Math.min(LONGEST_FILTER, typed.length()));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\u00a0\\u202f]", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static <T> String address(
            HttpServletRequest request, List<Kept> kept, List<Column<T>> columns, String column, boolean down) {
        var uri = UriComponentsBuilder.fromPath(request.getRequestURI());
        keep(uri, kept);
        for (Column<T> each : columns) {
            filter(uri, each.code(), filter(request, each.code()));
        }
        order(uri, column, down);
        return uri.encode().build().toUriString();
    }

    private static void filter(UriComponentsBuilder uri, String column, String filter) {
        if (!filter.isEmpty()) {
            uri.queryParam(FILTER + column, "{" + column + "}").uriVariables(Map.of(column, filter));
        }
    }

    private static void order(UriComponentsBuilder uri, String column, boolean down) {
        uri.queryParam("tri", column);
        if (down) {
            uri.queryParam("ordre", DOWN);
        }
    }
}
