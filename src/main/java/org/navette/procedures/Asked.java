package org.navette.procedures;

import java.util.Set;

/**
 * What an agent asks to be corrected: nothing else can be changed (PROC-12).
 *
 * @param steps codes of steps
 * @param documents codes of documents
 * @param remarks what is to be done, in the agent's words
 */
public record Asked(Set<String> steps, Set<String> documents, String remarks) {

    /** True when the step may be changed. */
    public boolean opens(String step) {
        return step.equals(Draft.DOCUMENTS) ? !documents.isEmpty() : steps.contains(step);
    }
}
