package org.navette.partners.process;

import java.util.Map;

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

    static final String NUMBER = "number";
    static final String AGENT = "agent";
    static final String ANSWER = "answer";

    private PartnerProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param offer the offer's form
     * @param title the offer's title, shown on the task's card
     * @param reason the reason's code; empty when the offer asks for none
     */
    public static Map<String, Object> variables(
            String number, String organism, String offer, String title, String reason) {
        return Map.of(NUMBER, number, "organism", organism, "offer", offer, "title", title, "reason", reason);
    }
}
