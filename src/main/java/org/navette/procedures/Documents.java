package org.navette.procedures;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.AttachmentRules;
import org.navette.files.FileStore;
import org.springframework.stereotype.Component;

/** The documents of a draft: one bucket each, one set of rules (PROC-09). */
@Component
public class Documents {

    /** The context of a draft's files, for the rules. */
    static final String CONTEXT = "procedures.document";

    private final Wizard wizard;
    private final FileStore files;

    Documents(Wizard wizard, FileStore files) {
        this.wizard = wizard;
        this.files = files;
    }

    /** What may be sent. */
    public AttachmentRules rules(Office office) {
        return files.rules(CONTEXT, office.organism());
    }

    /**
     * Where files of a document go.
     *
     * @throws Refused when none may be added
     * @throws java.util.NoSuchElementException when there is no such draft or document
     */
    public UUID bucket(Office office, UUID draft, String document) {
        office.mustAct();
        return wizard.bucket(office, draft, document);
    }

    /** The labels of a request's files, by the step that they came with. */
    static Map<String, String> labels(List<Kind.ExpectedDocument> documents) {
        return documents.stream()
                .collect(java.util.stream.Collectors.toMap(
                        document -> Sending.DOCUMENT + document.id(), Kind.ExpectedDocument::label, (one, two) -> one));
    }
}
