package org.navette.partners.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.FileResponses;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.partners.Desk;
import org.navette.partners.Offers;
import org.navette.portal.FormPage;
import org.navette.portal.FormPages;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
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

    private final FileStore files;
    private final FileResponses responses;
    private final Offers offers;
    private final Requests requests;
    private final Uploads uploads;

    UploadController(FileStore files, FileResponses responses, Offers offers, Requests requests, Uploads uploads) {
        this.files = files;
        this.responses = responses;
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
        return take(uploads.ofDeposit(desk, offer), bucket, file);
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
        return take(
                Optional.ofNullable(uploads.of(desk, request, Uploads.step(step)))
                        .orElseThrow(),
                bucket,
                file);
    }

    @DeleteMapping({OF_DEPOSIT + FILE, OF_REQUEST + FILE})
    ResponseEntity<Void> discard(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        files.discard(bucket, desk.owner(), own(desk, bucket, file).id());
        return ResponseEntity.noContent().build();
    }

    @GetMapping({OF_DEPOSIT + PREVIEW, OF_REQUEST + PREVIEW})
    ResponseEntity<Resource> preview(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        return responses.preview(own(desk, bucket, file));
    }

    @GetMapping({OF_DEPOSIT + DOWNLOAD, OF_REQUEST + DOWNLOAD})
    ResponseEntity<Resource> download(Desk desk, @PathVariable UUID bucket, @PathVariable UUID file) {
        return responses.download(own(desk, bucket, file));
    }

    private ResponseEntity<FormPage.Upload> take(FormPages.Uploads to, UUID bucket, MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            StoredFile stored =
                    files.upload(bucket, to.owner(), to.rules(), to.used(), name == null ? "" : name, content);
            return ResponseEntity.status(HttpStatus.CREATED).body(FormPages.upload(to.path() + "/" + bucket, stored));
        }
    }

    private StoredFile own(Desk desk, UUID bucket, UUID file) {
        return files.findInBucket(bucket, desk.owner(), file).orElseThrow();
    }

    private static void acting(Desk desk) {
        if (!desk.canAct()) {
            throw new NoSuchElementException("this desk only reads");
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        HttpStatus status = e.reason() == RefusedFile.Reason.TOO_LARGE
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_ENTITY;
        return ResponseEntity.status(status).body(Map.of("message", e.getMessage()));
    }
}
