package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.SupportAuthor;
import org.navette.funding.SupportProofs;
import org.navette.funding.SupportRefused;
import org.navette.funding.SupportRequests;
import org.navette.portal.EntryWords;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.portal.FormUploads;
import org.navette.requests.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
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

/** Where everyone writes to the support, with at most one file (FUND-03). */
@Controller
@RequestMapping(ContactController.PATH)
class ContactController {

    static final String PATH = Paths.PREFIX + Paths.CONTACT;

    private static final String UPLOADS = "/fichiers/{bucket}";
    private static final String WORDS = "funding.support.refused.";
    /** What is slowed down, each for itself. */
    private static final String SENDING = "funding-support";

    private static final String UPLOADING = "funding-support-file";

    private final SupportRequests support;
    private final SupportProofs proofs;
    private final SupportVisitors visitors;
    private final Throttle throttle;
    private final Forms forms;
    private final FormPages pages;
    private final FormUploads uploads;
    private final EntryWords words;

    ContactController(
            SupportRequests support,
            SupportProofs proofs,
            SupportVisitors visitors,
            Throttle throttle,
            Forms forms,
            FormPages pages,
            FormUploads uploads,
            EntryWords words) {
        this.support = support;
        this.proofs = proofs;
        this.visitors = visitors;
        this.throttle = throttle;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping
    ModelAndView form(HttpServletRequest request, @RequestParam(defaultValue = "") String etape) {
        if (etape.equals("envoyee")) {
            return new ModelAndView("funding/contact-sent");
        }
        SupportAuthor author = visitors.of(request);
        return page(author, UUID.randomUUID(), support.prefill(author), Errors.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView send(
            HttpServletRequest request,
            FormPost post,
            @RequestParam(defaultValue = "") String proof,
            RedirectAttributes flash) {
        SupportAuthor author = visitors.of(request);
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        try {
            String email = String.valueOf(support.check(submission).get("email"));
            throttle.admit(SENDING, author.isUnknown() ? email : author.id().toString(), request.getRemoteAddr());
            flash.addFlashAttribute("number", support.send(author, submission, proof));
            flash.addFlashAttribute("email", email);
            return new ModelAndView("redirect:" + PATH + "?etape=envoyee");
        } catch (InvalidAnswers e) {
            return again(author, submission, new Errors(e.messages()));
        } catch (RefusedFile e) {
            return again(author, submission, new Errors(Map.of("files", List.of(e.getMessage()))));
        } catch (SupportRefused e) {
            return again(author, submission, Errors.of(words.of(WORDS + e.reason())));
        } catch (TooManyAttempts e) {
            Errors errors = Errors.of(words.of(WORDS + "TOO_MANY"));
            return page(author, submission.key(), submission.answers(), errors, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private ModelAndView again(SupportAuthor author, Submission typed, Errors errors) {
        return page(author, typed.key(), typed.answers(), errors, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(
            SupportAuthor author, UUID key, Map<String, Object> answers, Errors errors, HttpStatus status) {
        FormPage page = pages.page(
                new FormPages.Heading("Contacter l'assistance", null, Paths.PREFIX),
                forms.latest(SupportRequests.FORM),
                key,
                answers,
                Map.of(),
                errors,
                uploads(author));
        var view = new ModelAndView("funding/contact", Map.of("page", page), status);
        if (author.isUnknown()) {
            view.addObject("proofUrl", PATH + "/defi");
        }
        return view;
    }

    /**
     * The challenge to be solved before sending, and the token of the session: who has typed for longer than a session
     * lasts sends with a new one and loses nothing.
     */
    record Asked(SupportProofs.Challenge challenge, String csrf) {}

    @GetMapping("/defi")
    ResponseEntity<Asked> challenge(CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Asked(proofs.challenge(), token.getToken()));
    }

    @PostMapping(path = UPLOADS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> add(
            HttpServletRequest request, @PathVariable UUID bucket, @RequestParam MultipartFile file)
            throws IOException {
        SupportAuthor author = visitors.of(request);
        if (author.isUnknown()) {
            throttle.admit(UPLOADING, author.id().toString(), request.getRemoteAddr());
        }
        return uploads.take(uploads(author), bucket, file);
    }

    @DeleteMapping(UPLOADS + "/{file}")
    ResponseEntity<Void> discard(HttpServletRequest request, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.discard(bucket, visitors.of(request).owner(), file);
    }

    @GetMapping(UPLOADS + "/{file}/apercu")
    ResponseEntity<Resource> preview(HttpServletRequest request, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.preview(bucket, visitors.of(request).owner(), file);
    }

    @GetMapping(UPLOADS + "/{file}/telechargement")
    ResponseEntity<Resource> download(HttpServletRequest request, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.download(bucket, visitors.of(request).owner(), file);
    }

    private FormPages.Uploads uploads(SupportAuthor author) {
        return new FormPages.Uploads(PATH + "/fichiers", author.owner(), support.rules(), 0);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooMany(TooManyAttempts e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .body(Map.of("message", words.of(WORDS + "TOO_MANY_FILES")));
    }
}
