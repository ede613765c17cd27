package org.navette.engine;

import java.util.Set;

/**
 * The tasks of one process as a list in Tasklist.
 *
 * @param title the list's name
 * @param description what it holds
 * @param process id of the process whose tasks they are
 * @param position among the lists, behind those that hold tasks of all espaces
 * @param readers the groups that find the list; empty when everybody does
 */
public record EspaceTasks(String title, String description, String process, int position, Set<String> readers) {

    /** A list for the agents and supervisors of one organism, which alone the espace files to. */
    public static EspaceTasks of(String organism, String title, String description, String process, int position) {
        return new EspaceTasks(
                title,
                description,
                process,
                position,
                Set.of(Agents.agentsOf(organism), Agents.supervisorsOf(organism)));
    }
}
