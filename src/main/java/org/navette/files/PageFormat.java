package org.navette.files;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the pages of a file must look like; the names are values of {@code attachment-rules.dmn}. */
public enum PageFormat {
    /** Each page of a PDF is A4 within 5 %, either way up. */
    A4("A4"),

    /**
     * Each page of a PDF is A4 within 5 % and upright. An image (JPEG, PNG) is decoded to its end, at least as high as
     * wide and at least 600 pixels wide, as it is shown. Files of other kinds have no page that can be measured: they
     * are refused.
     */
    A4_PORTRAIT("A4-portrait");

    static final String NAMES =
            Arrays.stream(values()).map(format -> format.cell).collect(Collectors.joining(", "));

    private final String cell;

    PageFormat(String cell) {
        this.cell = cell;
    }

    static Optional<PageFormat> of(String cell) {
        return Arrays.stream(values())
                .filter(format -> format.cell.equals(cell.strip()))
                .findFirst();
    }
}
