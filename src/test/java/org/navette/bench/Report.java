package org.navette.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that a run prints. */
final class Report {

    private record Line(String what, int samples, String measured, String reference, double ratio, String aim) {}

    private final List<Line> ratios = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    void ratio(String what, Samples measured, Samples reference, String aim) {
        ratios.add(new Line(
                what,
                Math.min(measured.count(), reference.count()),
                measured.shown(),
                reference.shown(),
                measured.median() / reference.median(),
                aim));
    }

    void statements(String what, int count) {
        statements.add(String.format(Locale.ROOT, "%-58s %4d", what, count));
    }

    /** A figure that is no time. */
    void figure(String what, String value) {
        figures.add(String.format(Locale.ROOT, "%-58s %s", what, value));
    }

    /** The whole of it, medians with the middle half of the times in brackets. */
    String text() {
        var text = new StringBuilder("\nMedian (middle half)\n")
                .append(String.format(
                        "%-58s %7s  %-30s %-30s %6s  %s%n", "", "samples", "measured", "reference", "ratio", "aim"));
        for (Line line : ratios) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-58s %7d  %-30s %-30s %6.2f  %s%n",
                    line.what,
                    line.samples,
                    line.measured,
                    line.reference,
                    line.ratio,
                    line.aim));
        }
        figures.forEach(line -> text.append(line).append('\n'));
        text.append("\nStatements sent to the database\n");
        statements.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
