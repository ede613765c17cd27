package org.navette.funding.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.files.RefusedFile;
import org.navette.funding.ExpectedDocument;
import org.navette.funding.Refused;
import org.navette.funding.RequestDocuments;
import org.navette.funding.RequestDocuments.Found;
import org.navette.funding.Supplier;
import org.navette.funding.process.FundingProcess;
import org.navette.funding.web.DocumentAreas.Area;
import org.navette.portal.FormPage;
import org.navette.portal.FormPages;
import org.navette.portal.FormUploads;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents of one request: what it cannot do without, or what an agent waits for (FUND-12 … FUND-14). */
@Controller
@RequestMapping(Paths.REQUEST + PiecesController.PIECES)
class PiecesController {

    static final String PIECES = "/pieces";
    private static final String FILES = "/{document}/fichiers/{bucket}";

    private final RequestDocuments documents;
    private final DocumentAreas areas;
    private final FormUploads uploads;
    private final Words words;

    PiecesController(RequestDocuments documents, DocumentAreas areas, FormUploads uploads, Words words) {
        this.documents = documents;
        this.areas = areas;
        this.uploads = uploads;
        this.words = words;
    }

    /** Where the documents of a request are added. */
    static String of(String number) {
        return Paths.REQUESTS + "/" + number + PIECES;
    }

    @GetMapping
    ModelAndView page(Supplier supplier, @PathVariable String number) {
        Found found = find(supplier, number);
        if (found.request().allows(FundingProcess.MODIFY)) {
            return new ModelAndView("redirect:" + Paths.REQUESTS + "/" + number + "/modification");
        }
        return found.takesDocuments()
                ? page(supplier, found, null, List.of())
                : new ModelAndView("redirect:" + Paths.REQUESTS + "/" + number);
    }

    private ModelAndView page(
            Supplier supplier, Found found, @Nullable String refusal, List<ExpectedDocument> missing) {
        var page = new ModelAndView("funding/pieces");
        page.addObject("found", found);
        page.addObject("request", found.request());
        page.addObject("areas", areas(supplier, found));
        page.addObject("refusal", refusal);
        page.addObject("missing", missing);
        return page;
    }

    /** The upload areas of a request's documents. */
    List<Area> areas(Supplier supplier, Found found) {
        String number = found.request().number();
        boolean optional = !found.isIncomplete();
        return found.expected().stream()
                .map(document -> areas.area(
                        optional || !found.of(document).isEmpty()
                                ? new ExpectedDocument(document.code(), document.label(), false)
                                : document,
                        optional ? "facultatif" : "déjà jointe, facultatif",
                        of(number) + "/" + document.code() + "/fichiers/" + documents.bucket(number, document.code()),
                        documents.rules(),
                        documents.waiting(supplier, number, document.code())))
                .toList();
    }

    @PostMapping
    ModelAndView send(Supplier supplier, @PathVariable String number, RedirectAttributes flash) {
        boolean incomplete = find(supplier, number).isIncomplete();
        try {
            documents.send(supplier, number);
        } catch (Refused e) {
            Found found = find(supplier, number);
            if (e.reason() != Refused.Reason.DOCUMENT_MISSING) {
                flash.addFlashAttribute("refusal", words.of(e));
                return new ModelAndView("redirect:" + Paths.REQUESTS + "/" + number);
            }
            List<ExpectedDocument> missing = found.isIncomplete()
                    ? found.missing().stream()
                            .filter(document -> documents
                                    .waiting(supplier, number, document.code())
                                    .isEmpty())
                            .toList()
                    : List.of();
            ModelAndView page = page(supplier, found, "Ajoutez au moins un fichier.", missing);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("success", words.of("funding.pieces.sent", number));
        return new ModelAndView("redirect:" + (incomplete ? Paths.INCOMPLETES : Paths.REQUESTS + "/" + number));
    }

    @PostMapping(path = FILES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> upload(
            Supplier supplier,
            @PathVariable String number,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @RequestParam MultipartFile file)
            throws IOException {
        Found found = own(supplier, number, document, bucket);
        int used = found.expected().stream()
                .filter(each -> each.code().equals(document))
                .mapToInt(each -> found.of(each).size())
                .sum();
        String url = of(number) + "/" + document + "/fichiers";
        return uploads.take(new FormPages.Uploads(url, supplier.owner(), documents.rules(), used), bucket, file);
    }

    @DeleteMapping(FILES + "/{file}")
    ResponseEntity<Void> discard(
            Supplier supplier,
            @PathVariable String number,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(supplier, number, document, bucket);
        return uploads.discard(bucket, supplier.owner(), file);
    }

    @GetMapping(FILES + "/{file}/apercu")
    ResponseEntity<Resource> preview(
            Supplier supplier,
            @PathVariable String number,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(supplier, number, document, bucket);
        return uploads.preview(bucket, supplier.owner(), file);
    }

    @GetMapping(FILES + "/{file}/telechargement")
    ResponseEntity<Resource> download(
            Supplier supplier,
            @PathVariable String number,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(supplier, number, document, bucket);
        return uploads.download(bucket, supplier.owner(), file);
    }

    /** The request takes documents, and the bucket of the address is that of one of them. */
    private Found own(Supplier supplier, String number, String document, UUID bucket) {
        Found found = find(supplier, number);
        boolean expected =
                found.expected().stream().anyMatch(each -> each.code().equals(document));
        if (!found.takesDocuments()
                || !expected
                || !documents.bucket(number, document).equals(bucket)) {
            throw new NoSuchElementException("not this document's bucket");
        }
        return found;
    }

    private Found find(Supplier supplier, String number) {
        return documents.find(supplier, number).orElseThrow();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
