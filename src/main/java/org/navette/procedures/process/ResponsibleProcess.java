package org.navette.procedures.process;

import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/procedures/procedure-responsible.bpmn}. */
public final class ResponsibleProcess {

    /** The process's id. */
    public static final String ID = "procedure-responsible";

    /** Message: the person has withdrawn the demand, or needs it no more. */
    public static final String WITHDRAWN = "procedures.responsible-withdrawn";

    static final Set<String> MESSAGES = Set.of(WITHDRAWN);

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE);

    private ResponsibleProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title what it is about, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title) {
        return Map.of(NUMBER, number, ORGANISM, organism, TITLE, title);
    }
}
