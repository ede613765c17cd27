package org.navette.partners.web;

import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.partners.Desk;
import org.navette.partners.Offers;
import org.navette.portal.FormPage;
import org.navette.portal.FormUploads;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files while a form is being typed: taken one by one, looked at, deleted again (PART-09, COMM-07). */
@RestController
class UploadController {

    private static final String OF_DEPOSIT = Paths.DEPOSIT + "/{offer}/fichiers/{bucket}";
    private static final String OF_REQUEST =
            Paths.REQUESTS + "/{number:\\d{10}}/{step:completer|message}/fichiers/{bucket}";
    private static final String FILE = "/{file}";
    private static final String PREVIEW = "/{file}/apercu";
    private static final String DOWNLOAD = "/{file}/telechargement";

    private final FormUploads files;
    private final Offers offers;
    private final Requests requests;
    private final Uploads uploads;

    UploadController(FormUploads files, Offers offers, Requests requests, Uploads uploads) {
        this.files = files;
        this.offers = offers;
        this.requests = requests;
        this.uploads = uploads;
    }

    @PostMapping(path = OF_DEPOSIT, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> toDeposit(
            Desk desk, @PathVariable String offer, @PathVariable UUID bucket, @RequestParam MultipartFile file)
            throws IOException {
        acting(desk);
        offers.find(desk.organism().code(), offer).orElseThrow(NoSuchElementException::new);
        return files.take(uploads.ofDeposit(desk, offer), bucket, file);
    }

    @PostMapping(path = OF_REQUEST, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FormPage.Upload> toRequest(
            Desk desk,
            @PathVariable String number,
            @PathVariable String step,
            @PathVariable UUID bucket,
            @RequestParam MultipartFile file)
            throws IOException {
        acting(desk);
        Request request = requests.find(desk.scope(), number).orElseThrow();
        return files.take(
                Optional.ofNullable(uploads.of(desk, request, Uploads.step(step)))
                        .orElseThrow(),
                bucket,
                file);
    }

    @DeleteMapping({OF_DEPOSIT + FILE, OF_REQUEST + FILE})
    ResponseEntity<Void> discard(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        return files.discard(bucket, desk.owner(), file);
    }

    @GetMapping({OF_DEPOSIT + PREVIEW, OF_REQUEST + PREVIEW})
    ResponseEntity<Resource> preview(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        return files.preview(bucket, desk.owner(), file);
    }

    @GetMapping({OF_DEPOSIT + DOWNLOAD, OF_REQUEST + DOWNLOAD})
    ResponseEntity<Resource> download(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        return files.download(bucket, desk.owner(), file);
    }

    private static void acting(Desk desk) {
        if (!desk.canAct()) {
            throw new NoSuchElementException("this desk only reads");
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
