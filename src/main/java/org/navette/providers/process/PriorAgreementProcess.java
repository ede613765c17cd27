package org.navette.providers.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.navette.requests.Request;

/** What Java knows of {@code processes/providers/prior-agreement.bpmn}. */
public final class PriorAgreementProcess {

    /** The process's id. */
    public static final String ID = "prior-agreement";

    /** Message: a reimbursement file draws on it. */
    public static final String USED = "providers.agreement-used";

    /** The status at the start. */
    public static final String RECEIVED = "received";

    /** The statuses in which a file can draw on it. */
    public static final Set<String> GRANTED = Set.of("granted", "partly-granted");

    /** The statuses that a control's decision leads to. */
    public static final Set<String> DECIDED = Set.of("granted", "partly-granted", "refused", "returned");

    /** When what was granted is no longer valid; null before and without. */
    static final String EXPIRES_AT = "expiresAt";

    static final Set<String> VARIABLES = Set.of("number", "organism", "title", EXPIRES_AT);

    private PriorAgreementProcess() {}

    /** The variables at the start: routing facts, nothing that people typed. */
    public static Map<String, Object> variables(Request request) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("number", request.number());
        variables.put("organism", request.scope().organism());
        variables.put("title", request.subject());
        variables.put(EXPIRES_AT, null);
        return variables;
    }
}
