package org.navette.engine;

import java.util.Set;

/**
 * What the diagrams of one espace may name beyond the engine's own words: closed sets, so that a model with a misspelt
 * name is refused when it is deployed. One bean per espace.
 *
 * @param espace its code, which is also the folder of its mail templates; {@link #OF_NO_ESPACE} for processes that espaces share
 * @param actions what a status may open to the partner ({@code status.actions})
 * @param messages what the pages send to waiting instances
 * @param variables what the pages and listeners set on instances
 */
public record ModelWords(String espace, Set<String> actions, Set<String> messages, Set<String> variables) {

    /** No status of any diagram may name a mail of it. */
    public static final String OF_NO_ESPACE = "";
}
