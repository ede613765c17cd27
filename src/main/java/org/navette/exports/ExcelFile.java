package org.navette.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel file of one sheet: dates are dates and amounts are numbers, under titles that stay in sight and filter.
 * Written straight to the browser, in parts, whatever its length. One that breaks off never looks whole: it is not ended, and
 * the browser reports a failed download.
 */
public final class ExcelFile {

    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DAY = "dd/mm/yyyy";
    private static final String AMOUNT = "#,##0.00";

    /** Rows kept in memory; the first ones also tell how wide the columns are. */
    private static final int PART = 500;

    private static final int NARROWEST = 14;
    private static final int WIDEST = 50;

    /** Room for the filter's arrow beside a title. */
    private static final int ARROW = 4;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final int[] widths;
    private int rows;

    private ExcelFile(OutputStream out, String name, List<String> columns) {
        this.out = out;
        this.workbook = new Workbook(out, "Navette", null);
        this.sheet = workbook.newWorksheet(name);
        this.widths = new int[columns.size()];
        sheet.freezePane(0, 1);
        titles(columns);
    }

    /**
     * Answers a request with a file.
     *
     * @param name with its extension, in plain letters
     * @param sheet what the sheet's tab says
     * @param columns their titles
     * @param rows writes the rows; what it throws goes on, and the file stays without its end
     * @throws UncheckedIOException when the browser has gone
     */
    public static void write(
            HttpServletResponse response, String name, String sheet, List<String> columns, Consumer<ExcelFile> rows) {
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            write(response.getOutputStream(), sheet, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(OutputStream out, String sheet, List<String> columns, Consumer<ExcelFile> rows) {
        var file = new ExcelFile(out, sheet, columns);
        rows.accept(file);
        file.end();
    }

    /**
     * Writes a row: {@link LocalDate} as a date, {@link BigDecimal} as an amount, another number as it is, null as an empty
     * cell. A text is never a formula; one that would become one when the file is saved as CSV gets an apostrophe before
     * it, as in {@link CsvFile}.
     *
     * @throws IllegalArgumentException when a cell is of another type, or the sheet is full (1,048,576 rows)
     */
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        next();
    }

    private void titles(List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            String title = columns.get(column);
            sheet.inlineString(0, column, title);
            sheet.style(0, column).bold().set();
            widen(column, title.length() + ARROW);
        }
        next();
    }

    private void cell(int column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            String written = CsvFile.harmless(text);
            sheet.inlineString(rows, column, written);
            widen(column, written.length());
        } else if (value instanceof LocalDate day) {
            sheet.value(rows, column, day);
            sheet.style(rows, column).format(DAY).set();
        } else if (value instanceof BigDecimal amount) {
            sheet.value(rows, column, amount);
            sheet.style(rows, column).format(AMOUNT).set();
        } else if (value instanceof Number number) {
            sheet.value(rows, column, number);
        } else {
            throw new IllegalArgumentException("no cell of " + value.getClass());
        }
    }

    private void widen(int column, int letters) {
        widths[column] = Math.max(widths[column], letters);
    }

    private void next() {
        rows++;
        if (rows % PART == 0) {
            flush();
        }
    }

    private void flush() {
        if (rows <= PART) {
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, Math.min(Math.max(widths[column], NARROWEST), WIDEST));
            }
        }
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        flush();
        sheet.setAutoFilter(0, 0, rows - 1, widths.length - 1);
        try {
            workbook.close();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
