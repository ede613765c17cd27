package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.EnrolmentDrafts;
import org.navette.funding.EnrolmentDrafts.Draft;
import org.navette.funding.Enrolments;
import org.navette.funding.ExpectedDocument;
import org.navette.funding.Refused;
import org.navette.funding.web.DocumentAreas.Area;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
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

/** A first enrolment, by somebody without an account: what the company is, then its documents (FUND-05). */
@Controller
@RequestMapping(Paths.PREFIX + Paths.ENROL)
class EnrolmentController {

    private static final String HERE = Paths.PREFIX + Paths.ENROL;
    private static final String DOCUMENTS = "/{draft}/pieces";
    private static final String FILES = DOCUMENTS + "/{document}/fichiers/{bucket}";
    private static final String TOO_MANY =
            "Trop de demandes ont été commencées depuis votre adresse. Réessayez dans quelques instants.";

    private final EnrolmentDrafts drafts;
    private final Enrolments enrolments;
    private final Forms forms;
    private final FormPages pages;
    private final FormUploads uploads;
    private final Throttle throttle;
    private final Words words;
    private final DocumentAreas areas;

    EnrolmentController(
            EnrolmentDrafts drafts,
            Enrolments enrolments,
            Forms forms,
            FormPages pages,
            FormUploads uploads,
            Throttle throttle,
            Words words,
            DocumentAreas areas) {
        this.drafts = drafts;
        this.enrolments = enrolments;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.throttle = throttle;
        this.words = words;
        this.areas = areas;
    }

    @GetMapping
    ModelAndView form() {
        return page(UUID.randomUUID(), Map.of(), Errors.NONE);
    }

    @GetMapping("/{draft}")
    ModelAndView again(@PathVariable UUID draft) {
        return page(draft, drafts.find(draft).orElseThrow().answers(), Errors.NONE);
    }

    @PostMapping({"", "/{draft}"})
    ModelAndView save(FormPost post, HttpServletRequest request) {
        UUID draft = post.key();
        try {
            if (drafts.find(draft).isEmpty()) {
                drafts.check(post.definitionId(), post.values());
                // never counted as a success: it bounds what a stranger can have kept
                throttle.admit("funding-enrolment", draft.toString(), request.getRemoteAddr());
            }
            drafts.save(draft, post.definitionId(), post.values());
            return new ModelAndView("redirect:" + HERE + "/" + draft + "/pieces");
        } catch (InvalidAnswers e) {
            return refused(page(draft, post.values(), new Errors(e.messages())), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (TooManyAttempts e) {
            return refused(page(draft, post.values(), Errors.of(TOO_MANY)), HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    @GetMapping(DOCUMENTS)
    ModelAndView documents(@PathVariable UUID draft) {
        return documents(drafts.find(draft).orElseThrow());
    }

    private ModelAndView documents(Draft draft) {
        var page = new ModelAndView("funding/enrolment-documents");
        page.addObject("draft", draft);
        page.addObject(
                "areas",
                drafts.documents(draft).stream()
                        .map(document -> area(draft, document))
                        .toList());
        return page;
    }

    private Area area(Draft draft, ExpectedDocument document) {
        return areas.area(
                document,
                "facultatif",
                path(draft.id(), document.code()) + "/" + drafts.bucket(draft.id(), document.code()),
                drafts.rules(),
                drafts.files(draft.id(), document.code()));
    }

    @PostMapping("/{draft}/envoi")
    ModelAndView send(@PathVariable UUID draft, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("number", enrolments.send(draft));
            return new ModelAndView("redirect:" + HERE + "/enregistree");
        } catch (Refused e) {
            ModelAndView page = documents(drafts.find(draft).orElseThrow());
            page.addObject("missing", drafts.missing((Draft) page.getModel().get("draft")));
            page.addObject("refusal", words.of(e));
            return refused(page, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping("/enregistree")
    String sent() {
        return "funding/enrolment-sent";
    }

    @PostMapping(path = FILES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> add(
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @RequestParam MultipartFile file)
            throws IOException {
        own(draft, document, bucket);
        return uploads.take(
                new FormPages.Uploads(path(draft, document), drafts.owner(draft), drafts.rules(), 0), bucket, file);
    }

    @DeleteMapping(FILES + "/{file}")
    ResponseEntity<Void> discard(
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(draft, document, bucket);
        return uploads.discard(bucket, drafts.owner(draft), file);
    }

    @GetMapping(FILES + "/{file}/apercu")
    ResponseEntity<Resource> preview(
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(draft, document, bucket);
        return uploads.preview(bucket, drafts.owner(draft), file);
    }

    @GetMapping(FILES + "/{file}/telechargement")
    ResponseEntity<Resource> download(
            @PathVariable UUID draft,
            @PathVariable String document,
            @PathVariable UUID bucket,
            @PathVariable UUID file) {
        own(draft, document, bucket);
        return uploads.download(bucket, drafts.owner(draft), file);
    }

    /** The draft is alive, and the bucket of the address is that of one of its documents. */
    private void own(UUID draft, String document, UUID bucket) {
        Draft found = drafts.find(draft).orElseThrow();
        boolean expected =
                drafts.documents(found).stream().anyMatch(each -> each.code().equals(document));
        if (!expected || !drafts.bucket(draft, document).equals(bucket)) {
            throw new NoSuchElementException("not this document's bucket");
        }
    }

    private ModelAndView page(UUID draft, Map<String, Object> answers, Errors errors) {
        FormPage page = pages.page(
                new FormPages.Heading("Demander un enrôlement", null, Paths.PREFIX),
                forms.latest(EnrolmentDrafts.FORM),
                draft,
                answers,
                Map.of(),
                errors,
                null);
        return new ModelAndView("funding/enrolment-form", Map.of("page", page));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static String path(UUID draft, String document) {
        return HERE + "/" + draft + "/pieces/" + document + "/fichiers";
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
