package org.navette.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers that carry a file's content. Who may read the file has been decided by the caller. The body comes from the
 * database one chunk at a time, so a slow reader holds no connection.
 */
@Component
public class FileResponses {

    private static final String DOWNLOAD_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";
    // seen with Chromium 156: its PDF viewer works in a sandboxed document, alone and in a frame; frame-ancestors wins
    // over the X-Frame-Options that every other page carries
    private static final String PREVIEW_POLICY = "default-src 'none'; img-src 'self'; object-src 'none';"
            + " style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    private final StoredFiles files;
    private final PdfPages pages;
    private final Clock clock;

    FileResponses(StoredFiles files, PdfPages pages, Clock clock) {
        this.files = files;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The file to be saved under its own name, never opened by the browser.
     *
     * @throws ContentUnavailable when the content was removed or its time is over
     */
    public ResponseEntity<Resource> download(StoredFile file) {
        return answer(file, "attachment", MediaType.parseMediaType(file.type()), DOWNLOAD_POLICY);
    }

    /**
     * The file to be looked at in a page of its own or a frame of ours, without any right: no script, no network, no
     * origin. Plain text, CSV and JSON are served as text.
     *
     * @throws ContentUnavailable when the content was removed or its time is over
     * @throws NoSuchElementException when this type has no preview
     */
    public ResponseEntity<Resource> preview(StoredFile file) {
        FileKind kind = FileKind.ofType(file.type())
                .filter(known -> file.previewable())
                .orElseThrow(() -> new NoSuchElementException("no preview of " + file.type()));
        MediaType type = kind.isText()
                ? new MediaType(
                        MediaType.TEXT_PLAIN,
                        Charset.forName(files.charset(file.id()).orElse("UTF-8")))
                : MediaType.parseMediaType(file.type());
        return answer(file, "inline", type, PREVIEW_POLICY);
    }

    /**
     * How many pages a PDF has.
     *
     * @throws ContentUnavailable when the content was removed or its time is over
     * @throws NoSuchElementException when it is no PDF, or one that cannot be read
     */
    public int pages(StoredFile file) {
        readable(file);
        return pages.count(file);
    }

    /**
     * A page of a PDF as an image, for a frame of ours.
     *
     * @param number from 1
     * @throws ContentUnavailable when the content was removed or its time is over
     * @throws NoSuchElementException when there is no such page, or it cannot be drawn
     */
    public ResponseEntity<byte[]> page(StoredFile file, int number) {
        readable(file);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(pages.draw(file, number));
    }

    private void readable(StoredFile file) {
        if (!file.readable(clock.instant())) {
            throw new ContentUnavailable(file.name());
        }
    }

    private ResponseEntity<Resource> answer(StoredFile file, String disposition, MediaType type, String policy) {
        readable(file);
        return ResponseEntity.ok()
                .contentType(type)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.builder(disposition)
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .body(files.content(file));
    }
}
