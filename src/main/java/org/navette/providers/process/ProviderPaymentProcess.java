package org.navette.providers.process;

/** What Java knows of {@code processes/providers/provider-payment.bpmn}. */
public final class ProviderPaymentProcess {

    /** The process's id. */
    public static final String ID = "provider-payment";

    /** How many files are not settled yet. */
    static final String LEFT = "left";

    private ProviderPaymentProcess() {}
}
