package org.navette.providers.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.navette.requests.Request;

/** What Java knows of {@code processes/providers/membership.bpmn}. */
public final class MembershipProcess {

    /** The process's id. */
    public static final String ID = "membership";

    /** The login of who has treated it, who does not control it too. */
    static final String PROCESSED_BY = "processedBy";

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE, PROCESSED_BY);

    private MembershipProcess() {}

    /** The variables at the start: routing facts, nothing that people typed. */
    public static Map<String, Object> variables(Request request) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(NUMBER, request.number());
        variables.put(ORGANISM, request.scope().organism());
        variables.put(TITLE, request.subject() + ", " + request.person());
        // nobody has treated it yet
        variables.put(PROCESSED_BY, null);
        return variables;
    }
}
