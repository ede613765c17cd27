package org.navette.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.navette.files.FileResponses;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files while a form is being typed: taken one by one, looked at, deleted again (COMM-07). The espace's routes say who
 * may, and to which bucket; everything here is of one bucket and one owner.
 */
@Component
public class FormUploads {

    private final FileStore files;
    private final FileResponses responses;

    FormUploads(FileStore files, FileResponses responses) {
        this.files = files;
        this.responses = responses;
    }

    /**
     * Takes a file in.
     *
     * @return 201 with the file as the upload widget shows it
     * @throws RefusedFile when it breaks a rule; {@link #refused} answers it
     * @throws IOException when the upload cannot be read
     */
    public ResponseEntity<FormPage.Upload> take(FormPages.Uploads to, UUID bucket, MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            StoredFile stored =
                    files.upload(bucket, to.owner(), to.rules(), to.used(), name == null ? "" : name, content);
            return ResponseEntity.status(HttpStatus.CREATED).body(FormPages.upload(to.path() + "/" + bucket, stored));
        }
    }

    /** Deletes a file again; 404 when the bucket has none such. */
    public ResponseEntity<Void> discard(UUID bucket, String owner, UUID file) {
        files.discard(bucket, owner, own(bucket, owner, file).id());
        return ResponseEntity.noContent().build();
    }

    /** Shows a file in the browser's sandbox. */
    public ResponseEntity<Resource> preview(UUID bucket, String owner, UUID file) {
        return responses.preview(own(bucket, owner, file));
    }

    /** Gives a file back to its sender. */
    public ResponseEntity<Resource> download(UUID bucket, String owner, UUID file) {
        return responses.download(own(bucket, owner, file));
    }

    /** What the widget shows beside a refused file. */
    public static ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        HttpStatus status = e.reason() == RefusedFile.Reason.TOO_LARGE
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_ENTITY;
        return ResponseEntity.status(status).body(Map.of("message", e.getMessage()));
    }

    private StoredFile own(UUID bucket, String owner, UUID file) {
        return files.findInBucket(bucket, owner, file).orElseThrow();
    }
}
