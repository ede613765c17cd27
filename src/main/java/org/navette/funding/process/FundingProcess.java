package org.navette.funding.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.navette.funding.FundingRequest;
import org.navette.funding.RequestType;

/** What Java knows of {@code processes/funding/funding-request.bpmn}. */
public final class FundingProcess {

    /** The process's id. */
    public static final String ID = "funding-request";

    /** Message: all required documents are there. */
    public static final String COMPLETED = "funding.completed";

    /** Message: the supplier deletes its incomplete request. */
    public static final String DELETED = "funding.deleted";

    /** Message: the supplier has answered. */
    public static final String ANSWERED = "funding.answered";

    /** Message: the payment is decided. */
    public static final String DECIDED = "funding.decided";

    /** Message: the money has been sent. */
    public static final String PAID = "funding.paid";

    /** Message: the request is cancelled. */
    public static final String CANCELLED = "funding.cancelled";

    /** Action: add the documents that it cannot do without. */
    public static final String COMPLETE = "complete";

    /** Action: add documents that an agent waits for. */
    public static final String ADD = "add";

    /** Action: change what an agent has named. */
    public static final String MODIFY = "modify";

    static final Set<String> ACTIONS = Set.of(COMPLETE, ADD, MODIFY, FundingRequest.BALANCE);
    static final Set<String> MESSAGES = Set.of(COMPLETED, DELETED, ANSWERED, DECIDED, PAID, CANCELLED);

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";
    private static final String TYPE = "type";
    private static final String AGENT = "agent";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE, TYPE, AGENT, ImportProcess.LEFT);

    private FundingProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title the type and the software, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title, RequestType type) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(NUMBER, number);
        variables.put(ORGANISM, organism);
        variables.put(TITLE, title);
        variables.put(TYPE, type.code());
        // nobody has instructed it yet
        variables.put(AGENT, null);
        return variables;
    }
}
