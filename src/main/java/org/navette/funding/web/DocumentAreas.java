package org.navette.funding.web;

import java.util.List;
import org.navette.files.AttachmentRules;
import org.navette.files.StoredFile;
import org.navette.forms.Json;
import org.navette.funding.ExpectedDocument;
import org.navette.portal.FormPage;
import org.navette.portal.FormPages;
import org.springframework.stereotype.Component;

/** The upload areas of documents that are asked for one by one, for {@code funding/document-areas}. */
@Component("fundingDocumentAreas")
class DocumentAreas {

    private final Json json;

    DocumentAreas(Json json) {
        this.json = json;
    }

    /**
     * A document on the page.
     *
     * @param need whether it has to be given, as people read it
     * @param url where its files go
     * @param rules for the upload area, JSON
     * @param present files that are there, JSON
     */
    record Area(ExpectedDocument document, String need, String url, String rules, String present) {

        /** What links to it lead to. */
        public String anchor() {
            return DocumentAreas.anchor(document);
        }
    }

    /** What links to the area of a document lead to. */
    static String anchor(ExpectedDocument document) {
        return "piece-" + document.code();
    }

    /**
     * The area of a document.
     *
     * @param need when it is not simply required
     */
    Area area(ExpectedDocument document, String need, String url, AttachmentRules rules, List<StoredFile> present) {
        return new Area(
                document,
                document.required() ? "obligatoire" : need,
                url,
                json.write(new FormPage.Rules(rules.maxCount(), rules.maxBytes(), rules.extensions())),
                json.write(present.stream()
                        .map(file -> FormPages.upload(url, file))
                        .toList()));
    }
}
