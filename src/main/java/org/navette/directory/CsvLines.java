package org.navette.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The lines of one data file: UTF-8, its columns in their order; what is wrong is added to a list. */
final class CsvLines {

    private static final int LARGEST_FILE = 20 * 1024 * 1024;
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

    /** All bytes of the file: none when it cannot be read, or is too large to be read whole. */
    byte[] content(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length <= LARGEST_FILE) {
                return content;
            }
            wrong.add(file, 0, "le fichier dépasse " + LARGEST_FILE / 1_048_576 + "\u00a0Mo");
        } catch (IOException e) {
            wrong.add(file, 0, "le fichier ne peut pas être lu");
        }
        return new byte[0];
    }

    /** Reads all lines. @param titles the columns that there must be, in this order */
    void read(byte[] content, List<String> titles, Consumer<Line> each) {
        try {
            CsvTable table = CsvTable.read(content, StandardCharsets.UTF_8);
            if (!titles.equals(table.titles().cells())) {
                wrong.add(file, table.titles().line(), "les colonnes attendues sont " + String.join(";", titles));
                return;
            }
            for (CsvTable.Row row : table.rows()) {
                if (row.cells().size() != titles.size()) {
                    wrong.add(
                            file,
                            row.line(),
                            "%d colonnes au lieu de %d".formatted(row.cells().size(), titles.size()));
                } else {
                    each.accept(new Line(row, titles));
                }
            }
        } catch (CsvTable.Unreadable e) {
            String why =
                    switch (e.reason()) {
                        case ENCODING -> "le fichier n’est pas en UTF-8";
                        case QUOTES -> "les guillemets ne se suivent pas correctement";
                        case EMPTY -> "le fichier est vide, les colonnes attendues sont " + String.join(";", titles);
                    };
            wrong.add(file, e.line(), why);
        }
    }

    /** One line; a value that cannot be taken is reported, and answered with an empty one. */
    final class Line {

        private final CsvTable.Row row;
        private final List<String> titles;
        private boolean good = true;

        private Line(CsvTable.Row row, List<String> titles) {
            this.row = row;
            this.titles = titles;
        }

        /** True while nothing was wrong. */
        boolean isGood() {
            return good;
        }

        void refuse(String why) {
            good = false;
            wrong.add(file, row.line(), why);
        }

        /** A text that may be empty. */
        String optional(String title) {
            String text = row.cells().get(titles.indexOf(title));
            if (text.length() > LONGEST_TEXT) {
                refuse("la colonne «\u00a0" + title + "\u00a0» dépasse " + LONGEST_TEXT + " caractères");
                return "";
            }
            if (!TypedText.isLine(text)) {
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
