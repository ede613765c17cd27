package org.navette.funding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.navette.directory.Couloir;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.springframework.stereotype.Component;

/** Which templates suppliers may have judged: decision {@code funding-template-kinds} (FUND-22). */
@Component
public class TemplateKinds {

    /** The decision. */
    public static final String TABLE = "funding-template-kinds";

    private static final Comparator<Map<String, Object>> BY_POSITION =
            Comparator.comparingInt(row -> ((Number) row.getOrDefault("position", 0)).intValue());

    private final Decisions decisions;

    TemplateKinds(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The kinds of some couloirs, couloir by couloir, in order; a code that comes twice counts once. */
    List<TemplateKind> of(Collection<Couloir> couloirs) {
        List<TemplateKind> kinds = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Couloir couloir : couloirs) {
            decision(couloir).results().stream()
                    .sorted(BY_POSITION)
                    .map(row -> new TemplateKind(couloir, text(row, "code"), text(row, "label")))
                    .filter(kind -> known.add(kind.code()))
                    .forEach(kinds::add);
        }
        return kinds;
    }

    /** The rows that say so, to be kept with the request. */
    Decision decision(Couloir couloir) {
        return decisions.evaluate(TABLE, Map.of("couloir", couloir.name()));
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
