package org.navette.procedures.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.portal.EntryWords;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.portal.FormUploads;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.navette.procedures.ResponsibleClaims;
import org.navette.procedures.ResponsibleDemands;
import org.navette.requests.Submission;
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

/** The proof that a person sends to be recognised as responsible, and its files while they are added (PROC-03). */
@Controller
@RequestMapping(ProofController.PATH)
class ProofController {

    static final String PATH = Paths.RESPONSIBLE + "/justificatif";

    private static final String UPLOADS = "/fichiers/{bucket}";

    private final ResponsibleClaims claims;
    private final ResponsibleDemands demands;
    private final Forms forms;
    private final FormPages pages;
    private final FormUploads uploads;
    private final EntryWords words;
    private final Words refusals;

    ProofController(
            ResponsibleClaims claims,
            ResponsibleDemands demands,
            Forms forms,
            FormPages pages,
            FormUploads uploads,
            EntryWords words,
            Words refusals) {
        this.claims = claims;
        this.demands = demands;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    ModelAndView form(Office office) {
        possible(office);
        boolean waits =
                demands.latest(office).filter(ResponsibleDemands.Detail::isOpen).isPresent();
        return waits
                ? new ModelAndView("redirect:" + Paths.RESPONSIBLE)
                : page(office, UUID.randomUUID(), Map.of(), Errors.NONE);
    }

    @PostMapping
    ModelAndView send(Office office, FormPost post, RedirectAttributes flash) {
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        Errors errors;
        try {
            String number = demands.ask(office, submission);
            flash.addFlashAttribute("success", words.of("procedures.responsible.sent", number));
            return new ModelAndView("redirect:" + Paths.RESPONSIBLE);
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = new Errors(Map.of("files", List.of(e.getMessage())));
        } catch (Refused e) {
            boolean aboutFiles = e.reason() == Refused.Reason.PROOF_MISSING;
            errors = new Errors(Map.of(aboutFiles ? "files" : "", List.of(refusals.of(e))));
        }
        ModelAndView page = page(office, submission.key(), submission.answers(), errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Office office, UUID key, Map<String, Object> answers, Errors errors) {
        Form form = forms.latest(ResponsibleDemands.FORM);
        FormPage page = pages.page(
                new FormPages.Heading("Transmettre un justificatif", null, Paths.RESPONSIBLE),
                form,
                key,
                answers,
                Map.of(),
                errors,
                uploads(office));
        return new ModelAndView("procedures/proof", Map.of("page", page));
    }

    @PostMapping(path = UPLOADS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> add(Office office, @PathVariable UUID bucket, @RequestParam MultipartFile file)
            throws IOException {
        possible(office);
        return uploads.take(uploads(office), bucket, file);
    }

    @DeleteMapping(UPLOADS + "/{file}")
    ResponseEntity<Void> discard(Office office, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.discard(bucket, demands.owner(office), file);
    }

    @GetMapping(UPLOADS + "/{file}/apercu")
    ResponseEntity<Resource> preview(Office office, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.preview(bucket, demands.owner(office), file);
    }

    @GetMapping(UPLOADS + "/{file}/telechargement")
    ResponseEntity<Resource> download(Office office, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.download(bucket, demands.owner(office), file);
    }

    private FormPages.Uploads uploads(Office office) {
        return new FormPages.Uploads(PATH + "/fichiers", demands.owner(office), demands.rules(office), 0);
    }

    private void possible(Office office) {
        if (!claims.isPossible(office)) {
            throw new NoSuchElementException("nothing to be responsible for");
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
