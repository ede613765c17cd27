package org.navette.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A CSV file as French spreadsheet programs open it by a double click: UTF-8 with its mark, semicolons, every text in
 * quotes. Written straight to the browser, whatever its length.
 */
public final class CsvFile implements Closeable {

    private static final char MARK = '\ufeff';

    /** What makes a spreadsheet program take a text for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /**
     * Begins a file as the answer to a request.
     *
     * @param name with its extension, in plain letters
     * @param columns their titles
     * @throws UncheckedIOException when the browser has gone
     */
    public static CsvFile to(HttpServletResponse response, String name, List<String> columns) {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            return to(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvFile to(Writer writer, List<String> columns) throws IOException {
        writer.write(MARK);
        var format = CSVFormat.Builder.create()
                .setDelimiter(';')
                .setQuoteMode(QuoteMode.ALL)
                .setRecordSeparator("\r\n")
                .get();
        var file = new CsvFile(new CSVPrinter(writer, format));
        file.row(columns);
        return file;
    }

    /** Writes a row; a text that would run as a formula gets an apostrophe before it. */
    public void row(List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvFile::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() {
        try {
            printer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
