package org.navette.procedures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of a draft: one bucket each, one set of rules (PROC-09). */
@Component
public class Documents {

    /** The context of a draft's files, for the rules. */
    static final String CONTEXT = "procedures.document";

    private final Wizard wizard;
    private final FileStore files;
    private final ProcedureRows rows;

    Documents(Wizard wizard, FileStore files, ProcedureRows rows) {
        this.wizard = wizard;
        this.files = files;
        this.rows = rows;
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

    /**
     * Where files of each document go, by document; none where none may be added.
     *
     * @throws Refused when the person may not act
     */
    @Transactional
    public Map<String, UUID> buckets(Office office, Wizard.Preparation preparation) {
        office.mustAct();
        return wizard.buckets(preparation);
    }

    /** What came with the request that a draft corrects and counts still, by document; nothing for a new request. */
    @Transactional(readOnly = true)
    public Map<String, List<StoredFile>> sent(Wizard.Preparation preparation) {
        Long request = preparation.draft().corrects();
        if (request == null) {
            return Map.of();
        }
        List<StoredFile> all = files.of(request);
        Set<UUID> replaced = Replacements.of(all, rows.corrections(request)).keySet();
        return preparation.kind().documents().stream()
                .map(Kind.ExpectedDocument::id)
                .distinct()
                .collect(Collectors.toMap(document -> document, document -> all.stream()
                        .filter(file -> (Sending.DOCUMENT + document).equals(file.step()))
                        .filter(file -> Direction.SENT.name().equals(file.direction()))
                        .filter(file -> !replaced.contains(file.id()))
                        .toList()));
    }

    /** The labels of a request's files, by the step that they came with. */
    static Map<String, String> labels(List<Kind.ExpectedDocument> documents) {
        return documents.stream()
                .collect(Collectors.toMap(
                        document -> Sending.DOCUMENT + document.id(), Kind.ExpectedDocument::label, (one, two) -> one));
    }
}
