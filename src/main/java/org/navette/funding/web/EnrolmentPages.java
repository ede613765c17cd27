package org.navette.funding.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.Direction;
import org.navette.files.FileResponses;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.EnrolmentDossier;
import org.navette.funding.Enrolments;
import org.navette.funding.Enrolments.Found;
import org.navette.funding.Refused;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.portal.FormUploads;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Submission;
import org.navette.requests.Timeline;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One enrolment and what is added to it, for the supplier's own pages and for those behind a mailed link. Whoever calls
 * has looked whether the person may see it.
 */
@Component
class EnrolmentPages {

    private final Enrolments enrolments;
    private final EnrolmentDossier dossier;
    private final Exchange exchange;
    private final Timeline timeline;
    private final FileStore files;
    private final FileResponses responses;
    private final Forms forms;
    private final FormPages pages;
    private final FormUploads uploads;
    private final Words words;

    EnrolmentPages(
            Enrolments enrolments,
            EnrolmentDossier dossier,
            Exchange exchange,
            Timeline timeline,
            FileStore files,
            FileResponses responses,
            Forms forms,
            FormPages pages,
            FormUploads uploads,
            Words words) {
        this.enrolments = enrolments;
        this.dossier = dossier;
        this.exchange = exchange;
        this.timeline = timeline;
        this.files = files;
        this.responses = responses;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.words = words;
    }

    /** @param base the address of the page */
    ModelAndView detail(Found found, String base) {
        Request request = found.request();
        var page = new ModelAndView("funding/enrolment");
        page.addObject("base", base);
        page.addObject("found", found);
        page.addObject("request", request);
        page.addObject("blocks", dossier.blocks(request));
        page.addObject("labels", dossier.labels(request));
        page.addObject("files", files.of(request.id()));
        page.addObject("thread", exchange.of(request.id()));
        page.addObject("timeline", timeline.forPartners(request.id()));
        return page;
    }

    /** The form of what is added; the detail when nothing is awaited. */
    ModelAndView addition(Found found, String base) {
        return found.isAwaiting()
                ? addition(found, base, UUID.randomUUID(), Map.of(), Errors.NONE)
                : new ModelAndView("redirect:" + base);
    }

    private ModelAndView addition(Found found, String base, UUID key, Map<String, Object> answers, Errors errors) {
        FormPage page = pages.page(
                new FormPages.Heading("Ajouter ce qui est attendu", found.own().remark(), base),
                forms.latest(Enrolments.ADDITION),
                key,
                answers,
                Map.of(),
                errors,
                uploads(found, base));
        return new ModelAndView("funding/enrolment-addition", Map.of("page", page, "request", found.request()));
    }

    ModelAndView add(Found found, String base, FormPost post, RedirectAttributes flash) {
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        Errors errors;
        try {
            enrolments.add(found, submission);
            flash.addFlashAttribute("success", words.of("funding.enrolment.added"));
            return new ModelAndView("redirect:" + base);
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = new Errors(Map.of("files", List.of(e.getMessage())));
        } catch (Refused e) {
            boolean aboutFiles = e.reason() == Refused.Reason.DOCUMENT_MISSING;
            errors = new Errors(Map.of(
                    aboutFiles ? "files" : "", List.of(aboutFiles ? "Joignez au moins un fichier." : words.of(e))));
        }
        ModelAndView page = addition(found, base, submission.key(), submission.answers(), errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    ResponseEntity<FormPage.Upload> upload(Found found, String base, UUID bucket, MultipartFile file)
            throws IOException {
        return uploads.take(uploads(found, base), bucket, file);
    }

    ResponseEntity<Void> discard(Found found, UUID bucket, UUID file) {
        return uploads.discard(bucket, enrolments.owner(found.request()), file);
    }

    ResponseEntity<Resource> preview(Found found, UUID bucket, UUID file) {
        return uploads.preview(bucket, enrolments.owner(found.request()), file);
    }

    ResponseEntity<Resource> download(Found found, UUID bucket, UUID file) {
        return uploads.download(bucket, enrolments.owner(found.request()), file);
    }

    /** A file that the agency has joined. */
    ResponseEntity<Resource> received(Found found, UUID file) {
        return responses.download(files.find(found.request().id(), file)
                .filter(stored -> Direction.RECEIVED.name().equals(stored.direction()))
                .orElseThrow());
    }

    private FormPages.Uploads uploads(Found found, String base) {
        return new FormPages.Uploads(
                base + "/ajout/fichiers", enrolments.owner(found.request()), enrolments.rules(), 0);
    }
}
