package org.navette.funding.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.funding.BankChanges;
import org.navette.funding.Supplier;
import org.navette.portal.FormPage;
import org.navette.portal.FormPages;
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

/** Documents of a change of the account, while its form is being typed (FUND-24); a bucket is one supplier's own. */
@Controller
@RequestMapping(AccountFilesController.PATH + "/{bucket}")
class AccountFilesController {

    static final String PATH = Paths.ACCOUNT + "/fichiers";

    private final BankChanges banks;
    private final FormUploads uploads;

    AccountFilesController(BankChanges banks, FormUploads uploads) {
        this.banks = banks;
        this.uploads = uploads;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> upload(
            Supplier supplier, @PathVariable UUID bucket, @RequestParam MultipartFile file) throws IOException {
        return uploads.take(new FormPages.Uploads(PATH, supplier.owner(), banks.rules(supplier), 0), bucket, file);
    }

    @DeleteMapping("/{file}")
    ResponseEntity<Void> discard(Supplier supplier, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.discard(bucket, supplier.owner(), file);
    }

    @GetMapping("/{file}/apercu")
    ResponseEntity<Resource> preview(Supplier supplier, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.preview(bucket, supplier.owner(), file);
    }

    @GetMapping("/{file}/telechargement")
    ResponseEntity<Resource> download(Supplier supplier, @PathVariable UUID bucket, @PathVariable UUID file) {
        return uploads.download(bucket, supplier.owner(), file);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
