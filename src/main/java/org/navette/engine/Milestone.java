package org.navette.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A status as drawn on a diagram: an event that carries a code and a phase.
 *
 * @param code free, stable, for colours and filters
 * @param label the event's name, as people read it
 * @param phase where the request stands
 * @param actions what the partner may do there
 * @param mail template to send when it is reached
 */
public record Milestone(String code, String label, Phase phase, List<String> actions, @Nullable String mail) {

    /**
     * Reads a milestone from the properties of an event.
     *
     * @param name the event's name
     * @throws IllegalArgumentException when the phase is none of {@link Phase}
     */
    static Milestone read(String name, Map<String, String> properties) {
        return new Milestone(
                properties.get("status.code"),
                name.replaceAll("\\s+", " "),
                Phase.valueOf(properties.getOrDefault("status.phase", "")),
                list(properties.getOrDefault("status.actions", "")),
                mail(properties.getOrDefault("status.mail", "")));
    }

    private static @Nullable String mail(String template) {
        return template.isBlank() ? null : template.strip();
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
