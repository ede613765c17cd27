package org.navette.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A CSV file as French spreadsheet programs open it by a double click: UTF-8 with its mark, semicolons, every text in
 * quotes. Written straight to the browser, whatever its length. One that breaks off is not ended, and the browser reports a
 * failed download.
 */
public final class CsvFile {

    private static final char MARK = '\ufeff';

    /** What makes a spreadsheet program take a text for a formula; East Asian ones read the wide signs too. */
    private static final String FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private final CSVPrinter printer;

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /**
     * Answers a request with a file.
     *
     * @param name with its extension, in plain letters
     * @param columns their titles
     * @param rows writes the rows; what it throws goes on, and the file stays without its end
     * @throws UncheckedIOException when the browser has gone
     */
    public static void write(HttpServletResponse response, String name, List<String> columns, Consumer<CsvFile> rows) {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            write(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Writer writer, List<String> columns, Consumer<CsvFile> rows) throws IOException {
        writer.write(MARK);
        var format = CSVFormat.Builder.create()
                .setDelimiter(';')
                .setQuoteMode(QuoteMode.ALL)
                .setRecordSeparator("\r\n")
                .get();
        var file = new CsvFile(new CSVPrinter(writer, format));
        file.row(columns);
        rows.accept(file);
        file.printer.close();
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
}
