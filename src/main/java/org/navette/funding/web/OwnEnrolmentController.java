package org.navette.funding.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.funding.Enrolments;
import org.navette.funding.Enrolments.Found;
import org.navette.funding.Supplier;
import org.navette.portal.FormPage;
import org.navette.portal.FormPost;
import org.navette.portal.FormUploads;
import org.springframework.core.io.Resource;
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

/** One enrolment of the supplier who is signed in, and what is added to it (FUND-06, FUND-07). */
@Controller
@RequestMapping(Paths.ENROLMENT)
class OwnEnrolmentController {

    private static final String FILES = "/ajout/fichiers/{bucket}";

    private final Enrolments enrolments;
    private final EnrolmentPages pages;

    OwnEnrolmentController(Enrolments enrolments, EnrolmentPages pages) {
        this.enrolments = enrolments;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView detail(Supplier supplier, @PathVariable String number) {
        return pages.detail(find(supplier, number), base(number));
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> received(Supplier supplier, @PathVariable String number, @PathVariable UUID file) {
        return pages.received(find(supplier, number), file);
    }

    @GetMapping("/ajout")
    ModelAndView addition(Supplier supplier, @PathVariable String number) {
        return pages.addition(find(supplier, number), base(number));
    }

    @PostMapping("/ajout")
    ModelAndView add(Supplier supplier, @PathVariable String number, FormPost post, RedirectAttributes flash) {
        return pages.add(find(supplier, number), base(number), post, flash);
    }

    @PostMapping(path = FILES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> upload(
            Supplier supplier, @PathVariable String number, @PathVariable UUID bucket, @RequestParam MultipartFile file)
            throws IOException {
        return pages.upload(find(supplier, number), base(number), bucket, file);
    }

    @DeleteMapping(FILES + "/{file}")
    ResponseEntity<Void> discard(
            Supplier supplier, @PathVariable String number, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.discard(find(supplier, number), bucket, file);
    }

    @GetMapping(FILES + "/{file}/apercu")
    ResponseEntity<Resource> preview(
            Supplier supplier, @PathVariable String number, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.preview(find(supplier, number), bucket, file);
    }

    @GetMapping(FILES + "/{file}/telechargement")
    ResponseEntity<Resource> download(
            Supplier supplier, @PathVariable String number, @PathVariable UUID bucket, @PathVariable UUID file) {
        return pages.download(find(supplier, number), bucket, file);
    }

    private Found find(Supplier supplier, String number) {
        return enrolments.find(supplier, number).orElseThrow();
    }

    private static String base(String number) {
        return Paths.ENROLMENTS + "/" + number;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
