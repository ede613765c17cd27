package org.navette.funding.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/funding/enrolment.bpmn}. */
public final class EnrolmentProcess {

    /** The process's id. */
    public static final String ID = "enrolment";

    /** Message: what was awaited is there. */
    public static final String COMPLETED = "funding.enrolment-completed";

    /** Action: add what the agent waits for. */
    public static final String ADD = "add";

    static final Set<String> ACTIONS = Set.of(ADD);
    static final Set<String> MESSAGES = Set.of(COMPLETED);

    private static final String NUMBER = "number";
    private static final String AGENT = "agent";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, AGENT, ORGANISM, TITLE);

    private EnrolmentProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title the software, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(NUMBER, number);
        variables.put(ORGANISM, organism);
        variables.put(TITLE, title);
        // nobody has instructed it yet
        variables.put(AGENT, null);
        return variables;
    }
}
