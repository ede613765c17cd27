package org.navette.providers.web;

import java.util.ArrayList;
import java.util.List;
import org.navette.portal.Formats;
import org.navette.providers.Recap;

/**
 * A chart of bars that lie one below the other, as the fragment {@code chart} draws it: words and figures stand in it, and
 * each bar has a pattern of its own, so that nothing hangs on a colour.
 *
 * @param title what it shows
 * @param description the same figures in words
 * @param height in pixels
 */
record BarChart(String title, String description, List<Bar> bars, int height) {

    /** Patterns that the fragment has. */
    private static final int PATTERNS = 8;

    private static final int ROW = 56;
    private static final int TO_LABEL = 16;
    private static final int TO_BAR = 24;
    private static final int TO_FIGURE = 40;

    /** What is left free is the room of the figure. */
    private static final int WIDEST = 60;

    private static final int PERCENT = 100;

    /**
     * A bar.
     *
     * @param figure how many, and which part of all
     * @param width as SVG has it
     * @param pattern from 0
     */
    record Bar(String label, String figure, String width, int pattern, int labelAt, int barAt, int figureAt) {}

    /**
     * Draws how many files stand where.
     *
     * @param one what is counted, {@code dossier}
     */
    static BarChart of(Recap recap, String title, String one, Formats formats) {
        long all = Math.max(1, recap.files());
        long most = Math.max(
                1, recap.lines().stream().mapToLong(Recap.Line::files).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        var description = new StringBuilder();
        for (Recap.Line line : recap.lines()) {
            int at = bars.size() * ROW;
            String part = Math.round((double) PERCENT * line.files() / all) + "\u00a0%";
            bars.add(new Bar(
                    line.label(),
                    formats.count(line.files()) + " (" + part + ")",
                    // truncated: a few files are still seen by their figure
                    (double) (line.files() * WIDEST * PERCENT / most) / PERCENT + "%",
                    bars.size() % PATTERNS,
                    at + TO_LABEL,
                    at + TO_BAR,
                    at + TO_FIGURE));
            description
                    .append(description.isEmpty() ? "" : "\u00a0; ")
                    .append(line.label())
                    .append("\u00a0: ")
                    .append(formats.count(line.files()))
                    .append(' ')
                    .append(one)
                    .append(line.files() > 1 ? "s" : "")
                    .append(", ")
                    .append(part);
        }
        return new BarChart(title, description.append('.').toString(), bars, bars.size() * ROW);
    }
}
