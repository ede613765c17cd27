package org.navette.providers;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.navette.requests.ListPage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of a {@link CareQuery} by pages, or all of them row by row for a spreadsheet. */
@Component
class CareRows {

    /** Rows on a page. */
    static final int SIZE = 25;

    /** Rows that are in memory at once. */
    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate rowByRow;

    CareRows(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        rowByRow = new JdbcTemplate(database);
        rowByRow.setFetchSize(FETCHED);
    }

    /**
     * A page; the last one instead of a page behind it.
     *
     * @param columns what is read of each row
     * @param usual the order that the list has an index for: the count follows it too
     * @param asked number of the page, from 1; any other number is the nearest page
     */
    <T> ListPage<T> page(
            CareQuery query,
            String columns,
            CareColumn.Sort<T> usual,
            CareColumn.Sort<T> sort,
            int asked,
            RowMapper<T> row) {
        int total = jdbc.sql(counting(query, usual))
                .params(query.values())
                .query(Integer.class)
                .single();
        boolean more = total > ListPage.DEPTH;
        int number = ListPage.nearest(asked, SIZE, total, more);
        List<T> rows = jdbc.sql(paging(query, columns, sort, number))
                .params(query.values())
                .query(row)
                .list();
        boolean next = rows.size() > SIZE;
        return new ListPage<>(
                next ? rows.subList(0, SIZE) : rows, number, SIZE, Math.min(total, ListPage.DEPTH), more, next);
    }

    /** Without an order the planner may read the whole table. */
    static String counting(CareQuery query, CareColumn.Sort<?> usual) {
        return "select count(*) from (select 1" + query.sql() + " order by " + usual.sql() + " limit "
                + (ListPage.DEPTH + 1) + ") counted";
    }

    static String paging(CareQuery query, String columns, CareColumn.Sort<?> sort, int number) {
        return all(query, columns, sort) + " limit " + (SIZE + 1) + " offset " + (number - 1) * SIZE;
    }

    /**
     * All rows, within the caller's transaction.
     *
     * @param each called with each row while they are read
     */
    <T> void each(CareQuery query, String columns, CareColumn.Sort<T> sort, RowMapper<T> row, Consumer<T> each) {
        rowByRow.query(
                all(query, columns, sort),
                found -> {
                    each.accept(row.mapRow(found, 0));
                },
                query.values().toArray());
    }

    private static String all(CareQuery query, String columns, CareColumn.Sort<?> sort) {
        return "select " + columns + query.sql() + " order by " + sort.sql();
    }
}
