package org.navette.providers.process;

/** What Java knows of {@code processes/providers/reimbursement.bpmn}. */
public final class ReimbursementProcess {

    /** The process's id. */
    public static final String ID = "reimbursement";

    /** Message: the bank has carried out its transfer. */
    public static final String PAID = "providers.paid";

    /** The status at the start. */
    public static final String PROCESSING = "processing";

    /** True when the table has found something against it. */
    static final String RETURNED = "returned";

    private ReimbursementProcess() {}
}
