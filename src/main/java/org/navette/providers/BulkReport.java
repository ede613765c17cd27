package org.navette.providers;

import java.time.Instant;
import java.util.UUID;

/**
 * What is wrong with a file of which nothing was taken.
 *
 * @param lines how many the file has without its titles
 * @param wrong how many of them are wrong
 * @param problems how many there are on all of them
 */
public record BulkReport(UUID id, BulkKind kind, String fileName, Instant at, int lines, int wrong, int problems) {

    /**
     * What is wrong with a cell.
     *
     * @param line of the file, from 1
     * @param title of the column
     * @param value what stands there
     * @param problem in French
     */
    public record Problem(long line, String title, String value, String problem) {}
}
