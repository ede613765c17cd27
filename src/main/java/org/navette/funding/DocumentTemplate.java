package org.navette.funding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The own part of a template of documents that the agency judges (FUND-22).
 *
 * @param id the request's
 * @param supplier whose template it is
 * @param kind as the table of kinds had it when the import was validated
 * @param file its file, from its import on
 * @param fileName as the supplier named it
 * @param remark what the agent says with the decision; null when there is nothing to say
 */
record DocumentTemplate(
        long id, UUID supplier, TemplateKind kind, UUID file, String fileName, @Nullable String remark) {

    /** The code of templates in the register of requests. */
    static final String ESPACE = "funding-template";

    /** The step of its one file. */
    static final String FILE = "template";
}
