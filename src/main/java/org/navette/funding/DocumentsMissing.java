package org.navette.funding;

import java.util.List;

/** Documents are required that have no file; nothing was changed. */
public class DocumentsMissing extends RuntimeException {

    private final transient List<ExpectedDocument> documents;

    DocumentsMissing(List<ExpectedDocument> documents) {
        super(documents.stream().map(ExpectedDocument::code).toList().toString());
        this.documents = List.copyOf(documents);
    }

    /** Which, in order. */
    public List<ExpectedDocument> documents() {
        return documents;
    }
}
