package org.navette.funding.process;

import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/funding/support-request.bpmn}. */
public final class SupportProcess {

    /** The process's id. */
    public static final String ID = "support-request";

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE);

    private SupportProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title what it is about, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title) {
        return Map.of(NUMBER, number, ORGANISM, organism, TITLE, title);
    }
}
