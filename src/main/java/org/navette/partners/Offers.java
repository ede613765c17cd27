package org.navette.partners;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.navette.forms.Option;
import org.springframework.stereotype.Component;

/** The offers of organisms and their reasons: decisions {@code partner-offers} and {@code partner-reasons}. */
@Component
public class Offers {

    private static final Comparator<Map<String, Object>> BY_POSITION =
            Comparator.comparingInt(row -> ((Number) row.getOrDefault("position", 0)).intValue());

    private final Decisions decisions;

    Offers(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The offers of an organism, in their order. */
    public List<Offer> of(String organism) {
        return decisions.evaluate("partner-offers", Map.of("organism", organism)).results().stream()
                .sorted(BY_POSITION)
                .map(row -> new Offer(
                        (String) row.get("offer"), (String) row.get("title"), (String) row.get("introduction")))
                .toList();
    }

    /** One offer of an organism. */
    public Optional<Offer> find(String organism, String offer) {
        return of(organism).stream()
                .filter(candidate -> candidate.id().equals(offer))
                .findFirst();
    }

    /**
     * Why an offer was open with the reason that was chosen: the rows of the two tables that say so.
     *
     * @param reason the chosen reason's code; empty when the offer asks for none
     */
    List<Decision> why(String organism, String offer, String reason) {
        Decision offered = decisions
                .evaluate("partner-offers", Map.of("organism", organism))
                .only(row -> offer.equals(row.get("offer")));
        return reason.isEmpty()
                ? List.of(offered)
                : List.of(
                        offered,
                        decisions
                                .evaluate("partner-reasons", Map.of("organism", organism, "offer", offer))
                                .only(row -> reason.equals(row.get("value"))));
    }

    /** The choices that an organism offers in an offer's form, by the form's {@code valuesKey}. */
    public Map<String, List<Option>> options(String organism, String offer) {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        decisions.evaluate("partner-reasons", Map.of("organism", organism, "offer", offer)).results().stream()
                .sorted(BY_POSITION)
                .forEach(row -> options.computeIfAbsent((String) row.get("field"), field -> new java.util.ArrayList<>())
                        .add(new Option((String) row.get("value"), (String) row.get("label"))));
        return options;
    }
}
