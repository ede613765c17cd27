package org.navette.funding.process;

/** What Java knows of {@code processes/funding/document-template.bpmn}. */
public final class TemplateProcess {

    /** The process of a template of documents. */
    public static final String ID = "document-template";

    private TemplateProcess() {}
}
