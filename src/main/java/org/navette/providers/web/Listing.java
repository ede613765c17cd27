package org.navette.providers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.providers.CareColumn;
import org.navette.requests.ListPage;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list that establishments follow, with the addresses of its other pages and orders and of its spreadsheet.
 *
 * @param columns in their order
 * @param path of the page
 * @param criteria what its address repeats
 */
record Listing<T>(
        ListPage<T> page, List<Head> columns, String path, Map<String, String> criteria, CareColumn.Sort<T> sort) {

    private static final String DOWN = "decroissant";

    /**
     * A column's head.
     *
     * @param sorted {@code ascending}, {@code descending}, or null when rows are sorted by another
     * @param sort address of the page sorted by this column, the other way round when it is already; null where rows are
     *     not sorted by it
     */
    record Head(String title, @Nullable String sorted, @Nullable String sort) {}

    /**
     * What an address asks for beside criteria; whatever is missing or wrong counts as not asked.
     *
     * @param tri code of a column
     * @param ordre {@code decroissant}, or anything else
     * @param page from 1
     */
    record Order(@Nullable String tri, @Nullable String ordre, @Nullable String page) {

        <T> CareColumn.Sort<T> sort(List<CareColumn<T>> columns, String usual) {
            return CareColumn.sort(columns, tri == null ? "" : tri, DOWN.equals(ordre), usual);
        }

        int number() {
            try {
                return page == null ? 1 : Integer.parseInt(page.strip());
            } catch (NumberFormatException e) {
                return 1;
            }
        }
    }

    static <T> Listing<T> of(
            ListPage<T> page,
            List<CareColumn<T>> columns,
            String path,
            Map<String, String> criteria,
            CareColumn.Sort<T> sort) {
        List<Head> heads = columns.stream()
                .map(column -> head(column, path, criteria, sort))
                .toList();
        return new Listing<>(page, heads, path, criteria, sort);
    }

    private static <T> Head head(
            CareColumn<T> column, String path, Map<String, String> criteria, CareColumn.Sort<T> sort) {
        boolean sorted = column.equals(sort.by());
        String way = sort.descending() ? "descending" : "ascending";
        return new Head(
                column.title(),
                sorted ? way : null,
                column.isSorted() ? address(path, criteria, column.code(), sorted && !sort.descending(), 1) : null);
    }

    /** Another page of the list at this path. */
    public String toPage(String list, int number) {
        return address(list, criteria, sort.by().code(), sort.descending(), number);
    }

    /** The whole list as a spreadsheet, in the same order. */
    public String sheet() {
        return toPage(path + Paths.SHEET, 1);
    }

    private static String address(
            String path, Map<String, String> criteria, String column, boolean descending, int number) {
        Map<String, Object> values = new LinkedHashMap<>(criteria);
        var uri = UriComponentsBuilder.fromPath(path);
        criteria.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        uri.queryParam("tri", column);
        if (descending) {
            uri.queryParam("ordre", DOWN);
        }
        if (number > 1) {
            uri.queryParam("page", number);
        }
        return uri.uriVariables(values).encode().build().toUriString();
    }
}
