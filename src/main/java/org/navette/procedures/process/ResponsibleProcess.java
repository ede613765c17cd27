package org.navette.procedures.process;

import java.util.Set;

/** What Java knows of {@code processes/procedures/procedure-responsible.bpmn}. */
public final class ResponsibleProcess {

    /** The process's id. */
    public static final String ID = "procedure-responsible";

    /** Message: the person has withdrawn the demand, or needs it no more. */
    public static final String WITHDRAWN = "procedures.responsible-withdrawn";

    static final Set<String> MESSAGES = Set.of(WITHDRAWN);

    private ResponsibleProcess() {}
}
