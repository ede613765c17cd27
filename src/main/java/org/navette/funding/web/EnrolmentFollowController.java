package org.navette.funding.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.funding.EnrolmentLinks;
import org.navette.funding.Enrolments.Found;
import org.navette.portal.FormPage;
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

/** One enrolment behind a mailed link, for who has no account yet (FUND-06). */
@Controller
@RequestMapping(EnrolmentFollowController.PATH)
class EnrolmentFollowController {

    static final String PATH = Paths.PREFIX + Paths.ENROL + "/suivi/{token}";

    private static final String FILES = "/ajout/fichiers/{bucket}";

    private final EnrolmentLinks links;
    private final EnrolmentPages pages;

    EnrolmentFollowController(EnrolmentLinks links, EnrolmentPages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView detail(@PathVariable String token) {
        return pages.detail(find(token), base(token));
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> received(@PathVariable String token, @PathVariable UUID file) {
        return pages.received(find(token), file);
    }

    @GetMapping("/ajout")
    ModelAndView addition(@PathVariable String token) {
        return pages.addition(find(token), base(token));
    }

    @PostMapping("/ajout")
    ModelAndView add(@PathVariable String token, FormPost post, RedirectAttributes flash) {
        return pages.add(find(token), base(token), post, flash);
    }

    @PostMapping(path = FILES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> upload(
            @PathVariable String token, @PathVariable UUID bucket, @RequestParam MultipartFile file)
            throws IOException {
        return pages.upload(find(token), base(token), bucket, file);
    }

    @DeleteMapping(FILES + "/{file}")
    ResponseEntity<Void> discard(@PathVariable String token, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.discard(find(token), bucket, file);
    }

    @GetMapping(FILES + "/{file}/apercu")
    ResponseEntity<Resource> preview(@PathVariable String token, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.preview(find(token), bucket, file);
    }

    @GetMapping(FILES + "/{file}/telechargement")
    ResponseEntity<Resource> download(@PathVariable String token, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.download(find(token), bucket, file);
    }

    private Found find(String token) {
        return links.follow(token).orElseThrow(DeadLink::new);
    }

    private static String base(String token) {
        return PATH.replace("{token}", token);
    }

    /** The link is unknown or over, or its supplier signs in by now. */
    private static final class DeadLink extends RuntimeException {}

    @ExceptionHandler(DeadLink.class)
    ModelAndView dead() {
        var page = new ModelAndView("funding/enrolment-gone");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
