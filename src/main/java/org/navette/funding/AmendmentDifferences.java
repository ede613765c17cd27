package org.navette.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Block;
import org.navette.forms.Line;

/** What one version of a request says differently from the one before, field by field (FUND-18, FUND-20). */
public final class AmendmentDifferences {

    private AmendmentDifferences() {}

    /** What became of a part of a request. */
    public enum Kind {
        ADDED("Ajouté"),
        REMOVED("Supprimé"),
        CHANGED("Modifié");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * A difference.
     *
     * @param part the order, one beneficiary, the mandatary, one administrator or the scenario
     * @param field of the part; null when all of it was added or removed
     * @param before null when it was added
     * @param after null when it was removed
     */
    public record Difference(
            Kind kind, String part, @Nullable String field, @Nullable String before, @Nullable String after) {}

    /** The differences, those of the later version in its order, then what is in the earlier one alone. */
    static List<Difference> between(Declaration before, Declaration after) {
        Map<String, Block> earlier = blocks(before);
        Map<String, Block> later = blocks(after);
        List<Difference> all = new ArrayList<>();
        later.forEach((name, block) -> {
            Block old = earlier.get(name);
            if (old == null) {
                all.add(new Difference(Kind.ADDED, name, null, null, text(block)));
            } else {
                all.addAll(fields(name, lines(old), lines(block)));
            }
        });
        earlier.forEach((name, block) -> {
            if (!later.containsKey(name)) {
                all.add(new Difference(Kind.REMOVED, name, null, text(block), null));
            }
        });
        return all;
    }

    private static List<Difference> fields(String part, Map<String, String> before, Map<String, String> after) {
        List<Difference> all = new ArrayList<>();
        after.forEach((field, text) -> {
            String old = before.get(field);
            if (old == null) {
                all.add(new Difference(Kind.ADDED, part, field, null, text));
            } else if (!old.equals(text)) {
                all.add(new Difference(Kind.CHANGED, part, field, old, text));
            }
        });
        before.forEach((field, text) -> {
            if (!after.containsKey(field)) {
                all.add(new Difference(Kind.REMOVED, part, field, text, null));
            }
        });
        return all;
    }

    /** By name; the second administrator of one name is told apart by a rank. */
    private static Map<String, Block> blocks(Declaration declaration) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        for (Block block : FundingSheet.declared(declaration)) {
            String label = Objects.requireNonNull(block.label());
            String name = label;
            for (int rank = 2; blocks.containsKey(name); rank++) {
                name = label + " (" + rank + ")";
            }
            blocks.put(name, block);
        }
        return blocks;
    }

    private static Map<String, String> lines(Block block) {
        Map<String, String> lines = new LinkedHashMap<>();
        block.lines().forEach(line -> lines.put(line.label(), text(line)));
        return lines;
    }

    private static String text(Block block) {
        return block.lines().stream()
                .map(line -> line.label() + "\u00a0: " + text(line))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Line line) {
        return String.join(", ", line.texts());
    }
}
