package org.navette.funding.process;

import java.util.Map;
import java.util.Set;
import org.navette.funding.AccountChange.Kind;

/** What Java knows of {@code bank-details-change.bpmn} and {@code contact-change.bpmn} of {@code processes/funding}. */
public final class AccountChangeProcess {

    /** The process of new bank details. */
    public static final String BANK = "bank-details-change";

    /** The process of a change of persons. */
    public static final String PERSONS = "contact-change";

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE);

    private AccountChangeProcess() {}

    /** The process of a kind of change. */
    public static String id(Kind kind) {
        return kind == Kind.BANK ? BANK : PERSONS;
    }

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title what is to be changed, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title) {
        return Map.of(NUMBER, number, ORGANISM, organism, TITLE, title);
    }
}
