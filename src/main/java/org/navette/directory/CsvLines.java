package org.navette.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The lines of one data file: UTF-8, semicolons, titles in the first line; what is wrong is added to a list. */
final class CsvLines {

    private static final int LONGEST_TEXT = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final String file;
    private final WrongLines wrong;

    CsvLines(String file, WrongLines wrong) {
        this.file = file;
        this.wrong = wrong;
    }

    /** Reads all lines. @param titles the columns that there must be, in this order */
    void read(byte[] content, List<String> titles, Consumer<Line> each) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        long line = 0;
        try (CSVParser parser = format.parse(new InputStreamReader(new ByteArrayInputStream(content), decoder))) {
            long previous = 0;
            for (CSVRecord row : parser) {
                line = previous + 1;
                previous = Math.max(line, parser.getCurrentLineNumber());
                if (row.getRecordNumber() == 1) {
                    if (!titles.equals(withoutMark(row))) {
                        wrong.add(file, line, "les colonnes attendues sont " + String.join(";", titles));
                        return;
                    }
                } else if (row.size() != titles.size()) {
                    wrong.add(file, line, "%d colonnes au lieu de %d".formatted(row.size(), titles.size()));
                } else {
                    each.accept(new Line(line, row, titles));
                }
            }
            if (line == 0) {
                wrong.add(file, 0, "le fichier est vide, les colonnes attendues sont " + String.join(";", titles));
            }
        } catch (CharacterCodingException e) {
            wrong.add(file, 0, "le fichier n’est pas en UTF-8");
        } catch (UncheckedIOException | IOException e) {
            boolean coding = e.getCause() instanceof CharacterCodingException;
            wrong.add(
                    file,
                    coding ? 0 : line + 1,
                    coding ? "le fichier n’est pas en UTF-8" : "les guillemets ne se suivent pas correctement");
        }
    }

    /** The titles without the mark that spreadsheets put before the first one. */
    private static List<String> withoutMark(CSVRecord row) {
        List<String> titles = row.toList();
        titles.set(0, titles.get(0).replace("\uFEFF", ""));
        return titles;
    }

    /** One line; a value that cannot be taken is reported, and answered with an empty one. */
    final class Line {

        private final long number;
        private final CSVRecord row;
        private final List<String> titles;
        private boolean good = true;

        private Line(long number, CSVRecord row, List<String> titles) {
            this.number = number;
            this.row = row;
            this.titles = titles;
        }

        /** True while nothing was wrong. */
        boolean isGood() {
            return good;
        }

        void refuse(String why) {
            good = false;
            wrong.add(file, number, why);
        }

        /** A text that may be empty. */
        String optional(String title) {
            String text = row.get(titles.indexOf(title));
            if (text.length() > LONGEST_TEXT) {
                refuse("la colonne «\u00a0" + title + "\u00a0» dépasse " + LONGEST_TEXT + " caractères");
                return "";
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                refuse("la colonne «\u00a0" + title + "\u00a0» contient un caractère invisible");
                return "";
            }
            return text;
        }

        /** A text that must be there. */
        String required(String title) {
            String text = optional(title);
            if (text.isEmpty() && good) {
                refuse("la colonne «\u00a0" + title + "\u00a0» est vide");
            }
            return text;
        }

        /** A text that is there and passes a check. */
        String checked(String title, String text, Predicate<String> check, String why) {
            if (!check.test(text) && good) {
                refuse("la colonne «\u00a0" + title + "\u00a0» " + why);
            }
            return text;
        }

        /** One that may be missing; null then. */
        @Nullable
        String checkedIfAny(String title, String text, Predicate<String> check, String why) {
            return text.isEmpty() ? null : checked(title, text, check, why);
        }

        /** A day from 1900 on. */
        @Nullable
        LocalDate day(String title) {
            String text = optional(title);
            try {
                LocalDate day = text.isEmpty() ? null : LocalDate.parse(text, DAY);
                if (day == null || !day.isBefore(EARLIEST)) {
                    return day;
                }
            } catch (DateTimeException e) {
                // said below
            }
            refuse("la colonne «\u00a0" + title + "\u00a0» n’est pas une date (jj/mm/aaaa, à partir de 1900)");
            return null;
        }
    }
}
