package org.navette.funding.process;

import java.util.Set;

/** What Java knows of {@code funding-decision.bpmn} and {@code funding-payment.bpmn}. */
public final class DecisionProcess {

    /** The process of a batch of decisions. */
    public static final String ID = "funding-decision";

    /** The process of a run of payments. */
    public static final String PAYMENT = "funding-payment";

    /** Variable: how many requests are still to be settled. */
    static final String LEFT = ImportProcess.LEFT;

    static final Set<String> VARIABLES = Set.of(LEFT);

    private DecisionProcess() {}
}
