package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table convention-access")
class ConventionAccessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final ShippedDecision TABLE = ShippedDecision.of("partners/convention-access");

    // days from today: the start, the end, the last resolution (empty: none)
    @ParameterizedTest(name = "start {0}, end {1}, {2} open, last resolution {3}: {4} {5}")
    @CsvSource({
        "  1, 300, 0,     , BLOCKED,   STARTS_LATER, Rule_StartsLater",
        " 90, 120, 2,  -5, BLOCKED,   STARTS_LATER, Rule_StartsLater",
        "  1,   1, 0,     , BLOCKED,   STARTS_LATER, Rule_StartsLater",
        "  0, 300, 0,     , FULL,      NONE,         Rule_InForce",
        "-99,  31, 5,  -2, FULL,      NONE,         Rule_InForce",
        "-99,  30, 0,     , FULL,      NONE,         Rule_InForce",
        "-99,  29, 0,     , FULL,      ENDS_SOON,    Rule_EndsSoon",
        "-99,   1, 4, -40, FULL,      ENDS_SOON,    Rule_EndsSoon",
        "-99,   0, 0, -99, FULL,      ENDS_SOON,    Rule_EndsSoon",
        "  0,   0, 0,     , FULL,      ENDS_SOON,    Rule_EndsSoon",
        "-99,  -1, 1,     , READ_ONLY, ENDED_OPEN,   Rule_EndedOpen",
        "-99, -90, 3, -60, READ_ONLY, ENDED_OPEN,   Rule_EndedOpen",
        "-99, -90, 1,  -3, READ_ONLY, ENDED_OPEN,   Rule_EndedOpen",
        "-99,  -1, 0,   0, READ_ONLY, ENDED_EXTRA,  Rule_EndedExtra",
        "-99, -90, 0, -30, READ_ONLY, ENDED_EXTRA,  Rule_EndedExtra",
        "-99,  -1, 0, -31, HIDDEN,    NONE,         Rule_Ended",
        "-99, -90, 0, -80, HIDDEN,    NONE,         Rule_Ended",
        "-99,  -1, 0,     , HIDDEN,    NONE,         Rule_Ended",
    })
    @DisplayName("PART-03 gives the access and the notice of each situation, dates inclusive")
    void situations(
            int start,
            int end,
            long open,
            @Nullable Integer lastResolution,
            String access,
            String notice,
            String rule) {
        assertThat(TABLE.evaluate(inputs(start, end, open, lastResolution)))
                .containsExactly(Map.of("access", access, "notice", notice));
        assertThat(TABLE.matchedRules()).containsExactly(rule);
    }

    @Test
    @DisplayName("PART-03 a last resolution that is not given at all counts as none")
    void lastResolutionNotGiven() {
        Map<String, Object> inputs = inputs(-99, -1, 0, null);
        inputs.remove("lastResolution");

        assertThat(TABLE.evaluate(inputs)).containsExactly(Map.of("access", "HIDDEN", "notice", "NONE"));
    }

    @Test
    @DisplayName("PART-03 counts calendar days, also over the end of February, a leap day and the change of hour")
    void calendar() {
        assertThat(notice(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 29))).isEqualTo("NONE");
        assertThat(notice(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 28))).isEqualTo("ENDS_SOON");
        assertThat(notice(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 4, 14))).isEqualTo("NONE");
        assertThat(notice(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 13)))
                .isEqualTo("ENDS_SOON");
    }

    @Test
    @DisplayName("PART-03 exactly one rule matches whatever the dates, and every rule serves")
    void oneRuleEach() {
        TreeSet<String> used = new TreeSet<>();
        for (int start : List.of(-1, 0, 1)) {
            for (int end : List.of(-31, -1, 0, 29, 30)) {
                for (long open : List.of(0L, 1L)) {
                    for (Integer last : new Integer[] {null, -31, -30, 0}) {
                        TABLE.evaluate(inputs(start, end, open, last));
                        assertThat(TABLE.matchedRules())
                                .as("start %d end %d open %d last %s", start, end, open, last)
                                .hasSize(1);
                        used.addAll(TABLE.matchedRules());
                    }
                }
            }
        }
        assertThat(used).isEqualTo(TABLE.rules());
    }

    private static Object notice(LocalDate today, LocalDate end) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("today", today);
        inputs.put("start", today.minusYears(1));
        inputs.put("end", end);
        inputs.put("openRequests", 0L);
        inputs.put("lastResolution", null);
        return TABLE.evaluate(inputs).get(0).get("notice");
    }

    private static Map<String, Object> inputs(int start, int end, long open, @Nullable Integer lastResolution) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("today", TODAY);
        inputs.put("start", TODAY.plusDays(start));
        inputs.put("end", TODAY.plusDays(end));
        inputs.put("openRequests", open);
        inputs.put("lastResolution", lastResolution == null ? null : TODAY.plusDays(lastResolution));
        return inputs;
    }
}
