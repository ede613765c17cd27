package org.navette.funding.process;

import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/funding/document-template.bpmn}. */
public final class TemplateProcess {

    /** The process of a template of documents. */
    public static final String ID = "document-template";

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    static final Set<String> VARIABLES = Set.of(NUMBER, ORGANISM, TITLE);

    private TemplateProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title what kind of template it is, shown on the task's card
     */
    public static Map<String, Object> variables(String number, String organism, String title) {
        return Map.of(NUMBER, number, ORGANISM, organism, TITLE, title);
    }
}
