package org.navette.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A process that agents start from Tasklist, by the form on its start event. One bean per process; without it nobody
 * starts the process there, whatever its diagram says.
 *
 * @param process its id
 * @param organism whose instances they become
 * @param groups the groups of that organism that may start it
 */
public record EspaceStart(String process, String organism, Set<String> groups) {

    /**
     * A process that people of one organism start.
     *
     * @param roles their groups, such as {@code Agents::agentsOf}
     */
    @SafeVarargs
    public static EspaceStart of(String organism, String process, UnaryOperator<String>... roles) {
        return new EspaceStart(
                process,
                organism,
                Arrays.stream(roles).map(role -> role.apply(organism)).collect(Collectors.toUnmodifiableSet()));
    }
}
