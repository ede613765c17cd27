package org.navette.directory;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a CSV file holds: semicolons, quotes where a cell needs them, titles in the first line. Lines without any text count
 * as lines, and are left out.
 *
 * @param titles of the first line, without the mark that spreadsheet programs put before them
 */
public record CsvTable(Row titles, List<Row> rows) {

    /** What spreadsheet programs write in France unless they are asked for UTF-8. */
    public static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char MARK = '\uFEFF';

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    /** @param line of the file, from 1: the first one where a cell runs over several */
    public record Row(long line, List<String> cells) {}

    /** A file that is no such table. */
    public static final class Unreadable extends Exception {

        private final Reason reason;
        private final long line;

        private Unreadable(Reason reason, long line) {
            super(reason + " in line " + line);
            this.reason = reason;
            this.line = line;
        }

        /** What is wrong with it. */
        public enum Reason {
            ENCODING,
            QUOTES,
            EMPTY
        }

        public Reason reason() {
            return reason;
        }

        /** Where, from 1; 0 for the whole file. */
        public long line() {
            return line;
        }
    }

    /**
     * Reads a file.
     *
     * @param charsets what it may be written in; the first one that fits is taken
     * @throws Unreadable when it is written in none of them, its quotes do not match, or it holds no text
     */
    public static CsvTable read(byte[] content, Charset... charsets) throws Unreadable {
        CharBuffer text = decode(content, charsets);
        if (text.hasRemaining() && text.get(text.position()) == MARK) {
            text.get();
        }
        List<Row> rows = new ArrayList<>();
        long line = 0;
        try (CSVParser parser = FORMAT.parse(
                new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining()))) {
            long previous = 0;
            for (CSVRecord row : parser) {
                line = previous + 1;
                previous = Math.max(line, parser.getCurrentLineNumber());
                List<String> cells = row.toList();
                if (!cells.stream().allMatch(String::isBlank)) {
                    rows.add(new Row(line, cells));
                }
            }
        } catch (UncheckedIOException | IOException e) {
            throw new Unreadable(Unreadable.Reason.QUOTES, line + 1);
        }
        if (rows.isEmpty()) {
            throw new Unreadable(Unreadable.Reason.EMPTY, 0);
        }
        return new CsvTable(rows.get(0), rows.subList(1, rows.size()));
    }

    private static CharBuffer decode(byte[] content, Charset... charsets) throws Unreadable {
        for (Charset charset : charsets) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content));
            } catch (CharacterCodingException e) {
                // perhaps the next one
            }
        }
        throw new Unreadable(Unreadable.Reason.ENCODING, 0);
    }
}
