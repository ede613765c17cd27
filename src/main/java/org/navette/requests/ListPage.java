package org.navette.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One page of a list whose pages are numbered within a depth of 10,000 rows, and whose total is counted so far as it is
 * worth its price: a page costs the same with a hundred rows and a million.
 *
 * @param number from 1
 * @param total how many there are, as many as were counted at most
 * @param totalIsCapped true when there are more than that
 * @param hasNext true when another page follows
 */
public record ListPage<T>(List<T> rows, int number, int size, int total, boolean totalIsCapped, boolean hasNext) {

    /** How deep pages go; beyond, the person should narrow the search. */
    public static final int DEPTH = 10_000;

    public ListPage {
        rows = List.copyOf(rows);
    }

    /**
     * The page that there is when this one is asked for: within the depth, and not behind the last one.
     *
     * @param asked any number
     * @param total how many rows there are, or were counted
     * @param totalIsCapped true when there are more
     */
    public static int nearest(int asked, int size, int total, boolean totalIsCapped) {
        int within = Math.max(1, Math.min(asked, DEPTH / size));
        return totalIsCapped ? within : Math.min(within, last(total, size));
    }

    /** True when pages end here although rows follow: the person should narrow the search. */
    public boolean isDeepest() {
        return hasNext && (long) (number + 1) * size > DEPTH;
    }

    /** Pages to offer, in order: the first, those around this one, the last when it is known; 0 stands for a gap. */
    public List<Integer> offered() {
        var near = new TreeSet<>(List.of(1, Math.max(1, number - 1), number));
        if (hasNext && !isDeepest()) {
            near.add(number + 1);
        }
        if (!totalIsCapped) {
            near.add(Math.max(number, last(total, size)));
        }
        List<Integer> offered = new ArrayList<>();
        for (int each : near) {
            int before = offered.isEmpty() ? 0 : offered.get(offered.size() - 1);
            if (each - before == 2) {
                offered.add(each - 1);
            } else if (each - before > 2) {
                offered.add(0);
            }
            offered.add(each);
        }
        return offered;
    }

    public int firstRow() {
        return rows.isEmpty() ? 0 : (number - 1) * size + 1;
    }

    public int lastRow() {
        return (number - 1) * size + rows.size();
    }

    private static int last(int total, int size) {
        return Math.max(1, (total + size - 1) / size);
    }
}
