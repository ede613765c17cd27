package org.navette.funding.process;

/** What Java knows of {@code processes/funding/funding-cancellation.bpmn}. */
public final class CancellationProcess {

    /** The process's id. */
    public static final String ID = "funding-cancellation";

    private CancellationProcess() {}
}
