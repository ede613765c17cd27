package org.navette.providers;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.navette.directory.CsvTable;
import org.navette.portal.EntryWords;
import org.navette.providers.BulkKind.Column;

/**
 * Reads the lines of a file: UTF-8 or what spreadsheet programs write instead, its columns in any order, their titles
 * whatever their case, accents and blanks.
 */
final class BulkSheet {

    private static final String WORDS = "providers.bulk.file.";
    private static final int SHOWN_TITLES = 5;
    private static final int SHOWN_LETTERS = 40;

    private final BulkKind kind;
    private final EntryWords words;

    private BulkSheet(BulkKind kind, EntryWords words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * Reads a file.
     *
     * @return its lines, one at least; those of another width have that as their problem
     * @throws BulkRefused when it is no such file
     */
    static List<BulkLine> read(BulkKind kind, byte[] content, EntryWords words) {
        return new BulkSheet(kind, words).lines(content);
    }

    private List<BulkLine> lines(byte[] content) {
        if (content.length > BulkImports.LARGEST) {
            throw refused("TOO_LARGE");
        }
        CsvTable table = table(content);
        Map<Integer, Column> columns = columns(table.titles().cells());
        if (table.rows().isEmpty()) {
            throw refused("NO_LINE");
        }
        if (table.rows().size() > BulkImports.MOST_LINES) {
            throw refused("TOO_MANY");
        }
        List<BulkLine> lines = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            lines.add(line(row, columns, table.titles().cells().size()));
        }
        return lines;
    }

    private CsvTable table(byte[] content) {
        for (byte one : content) {
            // a workbook, a picture, a text of two bytes a letter
            if (one == 0) {
                throw refused("ENCODING");
            }
        }
        try {
            return CsvTable.read(content, StandardCharsets.UTF_8, CsvTable.WINDOWS);
        } catch (CsvTable.Unreadable e) {
            throw e.reason() == CsvTable.Unreadable.Reason.QUOTES
                    ? refused("QUOTES", String.valueOf(e.line()))
                    : refused(e.reason().name());
        }
    }

    /** Which column stands where. */
    private Map<Integer, Column> columns(List<String> titles) {
        Map<String, Column> wanted = new LinkedHashMap<>();
        kind.columns().forEach(column -> wanted.put(folded(column.title()), column));
        Map<Integer, Column> found = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>(kind.titles());
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Column column = wanted.get(folded(titles.get(i)));
            if (column != null && missing.remove(column.title())) {
                found.put(i, column);
            } else if (!titles.get(i).isBlank()) {
                // one that stands there twice too
                unknown.add(titles.get(i));
            }
        }
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add(words.of(WORDS + "MISSING_TITLES", quoted(List.copyOf(missing))));
        }
        if (!unknown.isEmpty()) {
            problems.add(words.of(WORDS + "UNKNOWN_TITLES", quoted(unknown)));
        }
        if (!problems.isEmpty()) {
            problems.add(words.of(WORDS + "TITLES", String.join(";", kind.titles())));
            throw new BulkRefused(String.join(" ", problems));
        }
        return found;
    }

    private static String quoted(List<String> titles) {
        String shown = titles.stream()
                .limit(SHOWN_TITLES)
                .map(title -> title.replaceAll("\\p{C}", ""))
                .map(title -> title.length() > SHOWN_LETTERS ? title.substring(0, SHOWN_LETTERS) + "…" : title)
                .map(title -> "«\u00a0" + title + "\u00a0»")
                .collect(Collectors.joining(", "));
        return titles.size() > SHOWN_TITLES ? shown + "…" : shown;
    }

    private static BulkLine line(CsvTable.Row row, Map<Integer, Column> columns, int width) {
        int there = row.cells().size();
        Map<String, String> cells = new HashMap<>();
        columns.forEach((i, column) -> cells.put(
                column.field(),
                i < there
                        ? Normalizer.normalize(row.cells().get(i), Normalizer.Form.NFC)
                                .strip()
                        : ""));
        BulkLine line = new BulkLine(row.line(), cells);
        boolean more = row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank());
        if (there < width || more) {
            line.refuse(BulkLine.WHOLE, "WIDTH");
        }
        return line;
    }

    private BulkRefused refused(String word, Object... values) {
        return new BulkRefused(words.of(WORDS + word, values));
    }

    /** Small letters without accents, figures; a degree sign is an o. */
    static String folded(String text) {
        return Normalizer.normalize(text.replace('°', 'o'), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
