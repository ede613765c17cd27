package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.navette.exports.ExcelFile;
import org.navette.providers.CareColumn;
import org.navette.providers.CareColumn.Sort;
import org.navette.requests.ListPage;
import org.springframework.web.servlet.ModelAndView;

/**
 * A list as a page, and whole as a spreadsheet.
 *
 * @param view template of the page
 * @param columns of the page, in their order
 * @param sheetColumns of the spreadsheet
 * @param usual code of the column that rows are sorted by unless asked otherwise, the latest first
 * @param file name of the spreadsheet, without its extension
 * @param sheet what the spreadsheet's tab says
 */
record CareList<T>(
        String view,
        List<CareColumn<T>> columns,
        List<CareColumn<T>> sheetColumns,
        String usual,
        String file,
        String sheet) {

    /** With the same columns on the page and in the spreadsheet. */
    CareList(String view, List<CareColumn<T>> columns, String usual, String file, String sheet) {
        this(view, columns, columns, usual, file, sheet);
    }

    /**
     * The page; without a list when a criterion is wrong.
     *
     * @param path of the page
     * @param rows gives a page of rows: in this order, of this number
     */
    ModelAndView page(
            String path, TypedCriteria read, Listing.Order order, BiFunction<Sort<T>, Integer, ListPage<T>> rows) {
        ModelAndView page = SearchPages.page(view, read);
        if (read.errors().isEmpty()) {
            page.addObject("listing", listing(path, read.address(), order, rows));
        }
        return page;
    }

    /** What a page shows, with its addresses. */
    Listing<T> listing(
            String path,
            Map<String, String> criteria,
            Listing.Order order,
            BiFunction<Sort<T>, Integer, ListPage<T>> rows) {
        Sort<T> sort = order.sort(columns, usual);
        return Listing.of(rows.apply(sort, order.number()), columns, path, criteria, sort);
    }

    /**
     * Answers with the spreadsheet.
     *
     * @param rows gives all rows, in this order, to what it is given
     */
    void write(HttpServletResponse response, Listing.Order order, BiConsumer<Sort<T>, Consumer<T>> rows) {
        List<String> titles = sheetColumns.stream().map(CareColumn::title).toList();
        ExcelFile.write(
                response,
                file + Paths.SHEET,
                sheet,
                titles,
                written -> rows.accept(order.sort(columns, usual), row -> written.row(cells(row))));
    }

    private List<@Nullable Object> cells(T row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (CareColumn<T> column : sheetColumns) {
            cells.add(column.cell().apply(row));
        }
        return cells;
    }
}
