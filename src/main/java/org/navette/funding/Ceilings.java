package org.navette.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.navette.directory.Software;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.springframework.stereotype.Component;

/** The most that is funded for a request, excluding tax: decision {@code funding-ceilings} (FUND-15). */
@Component
public class Ceilings {

    /** The decision. */
    public static final String TABLE = "funding-ceilings";

    private final Decisions decisions;

    Ceilings(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What the table answers, to be kept with the request. */
    Decision decision(Software software, int beneficiaries) {
        return decisions.evaluate(
                TABLE,
                Map.of(
                        "couloir", software.couloir().name(),
                        "profiles", List.copyOf(software.profiles()),
                        "beneficiaries", beneficiaries));
    }

    /**
     * The ceiling that an answer of the table says.
     *
     * @throws IllegalStateException when it says none
     */
    static BigDecimal read(Decision decision) {
        return decision.results().stream()
                .findFirst()
                .map(row -> row.get("ceiling"))
                .map(ceiling -> new BigDecimal(ceiling.toString()).setScale(2, RoundingMode.HALF_UP))
                .orElseThrow(() -> new IllegalStateException(TABLE + " has no ceiling for this request"));
    }

    /** The ceiling of a request. */
    BigDecimal of(Software software, int beneficiaries) {
        return read(decision(software, beneficiaries));
    }
}
