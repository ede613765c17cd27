package org.navette.funding.web;

import java.util.UUID;
import org.navette.files.FileResponses;
import org.navette.files.StoredFile;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of templates, seen and downloaded: before they are sent by their id, then by the template's number (FUND-22). */
@Controller
@RequestMapping(Paths.TEMPLATES)
class TemplateFilesController {

    private static final String WAITING = "/fichiers/{file}";
    private static final String SENT = "/{number:MOD\\d{4,10}}";

    private final DocumentTemplates templates;
    private final FileResponses responses;

    TemplateFilesController(DocumentTemplates templates, FileResponses responses) {
        this.templates = templates;
        this.responses = responses;
    }

    @GetMapping(WAITING + "/apercu")
    ResponseEntity<Resource> see(Supplier supplier, @PathVariable UUID file) {
        return responses.preview(waiting(supplier, file));
    }

    @GetMapping(WAITING + "/telechargement")
    ResponseEntity<Resource> download(Supplier supplier, @PathVariable UUID file) {
        return responses.download(waiting(supplier, file));
    }

    @GetMapping(SENT + "/apercu")
    ResponseEntity<Resource> see(Supplier supplier, @PathVariable String number) {
        return responses.preview(sent(supplier, number));
    }

    @GetMapping(SENT + "/telechargement")
    ResponseEntity<Resource> download(Supplier supplier, @PathVariable String number) {
        return responses.download(sent(supplier, number));
    }

    private StoredFile waiting(Supplier supplier, UUID file) {
        return templates.waiting(supplier, file).orElseThrow().file();
    }

    private StoredFile sent(Supplier supplier, String number) {
        return templates.file(supplier, number).orElseThrow();
    }
}
