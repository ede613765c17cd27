package org.navette.providers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many files of a period stand where, and what they amount to.
 *
 * @param lines a situation each, in the order of the diagram, those without files among them
 * @param amounts how many amounts each line has
 */
public record Recap(List<Line> lines, int amounts) {

    public Recap {
        lines = List.copyOf(lines);
    }

    /**
     * A situation.
     *
     * @param situation its code
     * @param label its words
     */
    public record Line(String situation, String label, long files, List<BigDecimal> amounts) {

        public Line {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Lays what was counted out along a diagram.
     *
     * @param situations words by code; what is counted under another code, of a former diagram, comes behind them
     */
    static Recap of(Map<String, String> situations, List<Line> counted, int amounts) {
        Map<String, Line> lines = new LinkedHashMap<>();
        situations.forEach((code, label) -> lines.put(code, new Line(code, label, 0, zeros(amounts))));
        counted.forEach(line -> lines.put(
                line.situation(),
                new Line(
                        line.situation(),
                        situations.getOrDefault(line.situation(), line.label()),
                        line.files(),
                        line.amounts())));
        return new Recap(new ArrayList<>(lines.values()), amounts);
    }

    private static List<BigDecimal> zeros(int amounts) {
        return Collections.nCopies(amounts, BigDecimal.ZERO);
    }

    /** Files of all situations. */
    public long files() {
        return lines.stream().mapToLong(Line::files).sum();
    }

    /** The sums of all situations, in the order of a line's amounts. */
    public List<BigDecimal> sums() {
        List<BigDecimal> sums = new ArrayList<>(zeros(amounts));
        for (Line line : lines) {
            for (int i = 0; i < amounts; i++) {
                sums.set(i, sums.get(i).add(line.amounts().get(i)));
            }
        }
        return sums;
    }
}
