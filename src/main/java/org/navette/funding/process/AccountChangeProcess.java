package org.navette.funding.process;

import org.navette.funding.AccountChange.Kind;

/** What Java knows of {@code bank-details-change.bpmn} and {@code contact-change.bpmn} of {@code processes/funding}. */
public final class AccountChangeProcess {

    /** The process of new bank details. */
    public static final String BANK = "bank-details-change";

    /** The process of a change of persons. */
    public static final String PERSONS = "contact-change";

    private AccountChangeProcess() {}

    /** The process of a kind of change. */
    public static String id(Kind kind) {
        return kind == Kind.BANK ? BANK : PERSONS;
    }
}
