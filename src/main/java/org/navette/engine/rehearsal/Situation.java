package org.navette.engine.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where instances of one definition stand: all that the engine looks at when it moves one, so that instances in the same
 * situation fare alike.
 *
 * @param definitionId their version of the diagram
 * @param parts sorted lines that {@link Situations} reads: executions, waits, jobs, local variables
 * @param count how many instances
 * @param first id of one of them
 * @param last id of another, or of the same
 */
record Situation(String definitionId, List<String> parts, long count, String first, String last) {

    /** As the engine configures the job: the task's id, then the listener's. */
    private static final Pattern TIMEOUT = Pattern.compile("^timeout\\|([^$|]+)\\$taskListener~([^$|]+)");

    static Situation of(String definitionId, String parts, long count, String first, String last) {
        return new Situation(definitionId, Arrays.asList(parts.split("\n")), count, first, last);
    }

    /** Ids of the elements where they are. */
    Set<String> places() {
        return ids("place");
    }

    /** Ids of the scopes around: subprocesses and the like. */
    Set<String> scopes() {
        return ids("scope");
    }

    /** Ids of the events for which they wait. */
    Set<String> waits() {
        return ids("wait");
    }

    /** Timers of tasks: id of the task, then of the listener. */
    List<String[]> timeouts() {
        return parts.stream()
                .filter(part -> part.startsWith("timeout|"))
                .map(part -> TIMEOUT.matcher(part))
                .filter(Matcher::find)
                .map(ids -> new String[] {ids.group(1), ids.group(2)})
                .toList();
    }

    private Set<String> ids(String kind) {
        return parts.stream()
                .filter(part -> part.startsWith(kind + "|"))
                .map(part -> part.split("\\|", 3)[1])
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
