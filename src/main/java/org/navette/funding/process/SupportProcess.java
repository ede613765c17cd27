package org.navette.funding.process;

/** What Java knows of {@code processes/funding/support-request.bpmn}. */
public final class SupportProcess {

    /** The process's id. */
    public static final String ID = "support-request";

    private SupportProcess() {}
}
