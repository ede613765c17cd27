package org.navette.procedures.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.AttachmentRules;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.forms.Json;
import org.navette.portal.FormPage;
import org.navette.portal.FormPages;
import org.navette.portal.FormUploads;
import org.navette.procedures.Documents;
import org.navette.procedures.Draft;
import org.navette.procedures.Drafts;
import org.navette.procedures.Kind.ExpectedDocument;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.navette.procedures.Wizard;
import org.navette.procedures.Wizard.Preparation;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** First step of the wizard: the documents, one line each, and their files (PROC-07, PROC-09). */
@Controller
@RequestMapping(Paths.DRAFT + "/documents")
class DocumentController {

    private static final String FILES = "/{document}/fichiers/{bucket}";

    private final Wizard wizard;
    private final Drafts drafts;
    private final Documents documents;
    private final Kinds kinds;
    private final FormUploads uploads;
    private final Json json;

    DocumentController(Wizard wizard, Drafts drafts, Documents documents, Kinds kinds, FormUploads uploads, Json json) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.documents = documents;
        this.kinds = kinds;
        this.uploads = uploads;
        this.json = json;
    }

    /**
     * A document on the page.
     *
     * @param sent what came with the request that is corrected; nothing where files may be added
     * @param url where its files go; empty when none may be added
     * @param rules for the upload area, JSON
     * @param present files that are there, JSON
     */
    record Line(ExpectedDocument document, List<StoredFile> sent, String url, String rules, String present) {}

    @GetMapping
    String page(Office office, @PathVariable UUID draft, Model model) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        drafts.visit(office, draft, Draft.DOCUMENTS);
        AttachmentRules rules = documents.rules(office);
        Map<String, List<StoredFile>> sent = documents.sent(preparation);
        Map<String, UUID> buckets = documents.buckets(office, preparation);
        List<Line> lines = new ArrayList<>();
        for (ExpectedDocument document : preparation.kind().documents()) {
            lines.add(
                    preparation.opensDocument(document.id())
                            ? line(preparation, document, rules, buckets)
                            : new Line(document, sent.getOrDefault(document.id(), List.of()), "", "", ""));
        }
        model.addAttribute("preparation", preparation);
        model.addAttribute("places", WizardPages.places(preparation, Draft.DOCUMENTS));
        model.addAttribute("next", WizardPages.next(preparation, Draft.DOCUMENTS));
        model.addAttribute("lines", lines);
        model.addAttribute("kinds", preparation.draft().isCorrection() ? List.of() : kinds.of(office));
        return "procedures/documents";
    }

    private Line line(
            Preparation preparation, ExpectedDocument document, AttachmentRules rules, Map<String, UUID> buckets) {
        List<StoredFile> files = preparation.files(document.id());
        UUID draft = preparation.draft().id();
        UUID bucket = Optional.ofNullable(buckets.get(document.id())).orElseThrow();
        String url = path(draft, document.id()) + "/" + bucket;
        return new Line(
                document,
                List.of(),
                url,
                json.write(new FormPage.Rules(rules.maxCount(), rules.maxBytes(), rules.extensions())),
                json.write(
                        files.stream().map(file -> FormPages.upload(url, file)).toList()));
    }

    @PostMapping(path = FILES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> add(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @RequestParam MultipartFile file)
            throws IOException {
        own(office, draft, document, bucket);
        var taken = uploads.take(
                new FormPages.Uploads(path(draft, document), office.owner(), documents.rules(office), 0), bucket, file);
        drafts.touch(office, draft);
        return taken;
    }

    @DeleteMapping(FILES + "/{file}")
    ResponseEntity<Void> discard(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(office, draft, document, bucket);
        var gone = uploads.discard(bucket, office.owner(), file);
        drafts.touch(office, draft);
        return gone;
    }

    @GetMapping(FILES + "/{file}/apercu")
    ResponseEntity<Resource> preview(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(office, draft, document, bucket);
        return uploads.preview(bucket, office.owner(), file);
    }

    @GetMapping(FILES + "/{file}/telechargement")
    ResponseEntity<Resource> download(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(office, draft, document, bucket);
        return uploads.download(bucket, office.owner(), file);
    }

    /** The bucket of the address must be that of the document. */
    private void own(Office office, UUID draft, String document, UUID bucket) {
        office.mustAct();
        if (!documents.bucket(office, draft, document).equals(bucket)) {
            throw new NoSuchElementException("not this document's bucket");
        }
    }

    private static String path(UUID draft, String document) {
        return Paths.draft(draft) + "/documents/" + document + "/fichiers";
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
