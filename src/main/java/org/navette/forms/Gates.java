package org.navette.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * When a field takes an answer: its own conditions and those of the groups around it.
 *
 * @param hides FEEL conditions that hide it
 * @param locks FEEL conditions that make it read-only: what is sent for it is ignored
 */
record Gates(List<String> hides, List<String> locks) {

    /** Always shown and open. */
    static final Gates NONE = new Gates(List.of(), List.of());

    private static final String ALWAYS = "true";

    /** These conditions and those of a component inside. */
    Gates and(JsonNode component) {
        List<String> allHides = new ArrayList<>(hides);
        List<String> allLocks = new ArrayList<>(locks);
        String hide = FieldReader.expression(component.path("conditional").path("hide"));
        String lock = FieldReader.expression(component.path("readonly"));
        if (hide != null) {
            allHides.add(hide);
        }
        if (lock != null) {
            allLocks.add(lock);
        }
        if (component.path("disabled").asBoolean()
                || (lock == null && component.path("readonly").asBoolean())) {
            allLocks.add(ALWAYS);
        }
        return new Gates(List.copyOf(allHides), List.copyOf(allLocks));
    }

    /** True when the field takes an answer in this state of the form. */
    boolean areOpen(Conditions conditions) {
        return hides.stream().noneMatch(conditions::hides) && locks.stream().noneMatch(conditions::isTrue);
    }
}
