package org.navette.providers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list that establishments follow: on the page, in the spreadsheet, and what rows can be sorted by.
 *
 * @param code in addresses
 * @param title as people read it
 * @param order the SQL that rows are sorted by; empty when they are not
 * @param cell what stands in the spreadsheet: a text, a day, an amount, or nothing
 */
public record CareColumn<T>(String code, String title, String order, Function<T, @Nullable Object> cell) {

    /** In which order rows come. */
    public record Sort<T>(CareColumn<T> by, boolean descending) {

        /** The SQL; rows that are alike keep the order of their ids, so that none is on two pages. */
        String sql() {
            String way = descending ? " desc" : "";
            return by.order + way + ", id" + way;
        }
    }

    /** A text, sorted as French words are. */
    static <T> CareColumn<T> words(String code, String title, String column, Function<T, @Nullable Object> cell) {
        return new CareColumn<>(code, title, column + " collate \"fr-x-icu\"", cell);
    }

    /** The column that an address names, or this one; a column that rows are not sorted by is none. */
    public static <T> Sort<T> sort(List<CareColumn<T>> columns, String code, boolean descending, String otherwise) {
        Optional<CareColumn<T>> asked = columns.stream()
                .filter(column -> column.code.equals(code) && column.isSorted())
                .findFirst();
        return asked.map(column -> new Sort<>(column, descending)).orElseGet(() -> latest(columns, otherwise));
    }

    /** The latest day of a column first. */
    public static <T> Sort<T> latest(List<CareColumn<T>> columns, String code) {
        return new Sort<>(
                columns.stream()
                        .filter(column -> column.code.equals(code))
                        .findFirst()
                        .orElseThrow(),
                true);
    }

    /** True when rows can be sorted by it. */
    public boolean isSorted() {
        return !order.isEmpty();
    }
}
