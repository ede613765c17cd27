package org.navette.partners.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/partners/partner-request.bpmn}. */
public final class PartnerProcess {

    /** The process's id. */
    public static final String ID = "partner-request";

    /** Message: the partner has completed a new request. */
    public static final String COMPLETED = "partners.completed";

    /** Message: the partner has cancelled a new request. */
    public static final String CANCELLED = "partners.cancelled";

    /** Message: the partner asks a question about the answer. */
    public static final String FOLLOWED_UP = "partners.followed-up";

    /** Action: change the comment and add files. */
    public static final String COMPLETE = "complete";

    /** Action: withdraw the request. */
    public static final String CANCEL = "cancel";

    /** Action: ask a question about the answer. */
    public static final String FOLLOW_UP = "follow-up";

    static final Set<String> ACTIONS = Set.of(COMPLETE, CANCEL, FOLLOW_UP);
    static final Set<String> MESSAGES = Set.of(COMPLETED, CANCELLED, FOLLOWED_UP);

    static final String NUMBER = "number";
    static final String AGENT = "agent";
    static final String ANSWER = "answer";

    private static final String ORGANISM = "organism";
    private static final String OFFER = "offer";
    private static final String TITLE = "title";
    private static final String REASON = "reason";
    private static final String REASON_TITLE = "reasonTitle";

    /** The table that says how soon a request is dealt with (PART-17), and what it gives: a number and days. */
    static final String PRIORITY_TABLE = "request-priority";

    static final String PRIORITY = "priority";
    static final String TAKE_DAYS = "takeDays";
    static final String ANSWER_DAYS = "answerDays";

    static final Set<String> VARIABLES =
            Set.of(NUMBER, AGENT, ORGANISM, OFFER, TITLE, REASON, REASON_TITLE, PRIORITY, TAKE_DAYS, ANSWER_DAYS);

    private PartnerProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param offer the offer's form
     * @param title the offer's title, shown on the task's card
     * @param reason the reason's code; empty when the offer asks for none
     * @param reasonTitle the reason as people read it, shown on the task's card
     */
    public static Map<String, Object> variables(
            String number, String organism, String offer, String title, String reason, String reasonTitle) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(NUMBER, number);
        variables.put(ORGANISM, organism);
        variables.put(OFFER, offer);
        variables.put(TITLE, title);
        variables.put(REASON, reason);
        if (!reasonTitle.isEmpty()) {
            // a card shows no label without its value
            variables.put(REASON_TITLE, reasonTitle);
        }
        return variables;
    }
}
