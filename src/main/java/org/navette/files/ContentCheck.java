package org.navette.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into a file: its content must be what the extension says, and hold nothing that acts when it is opened. Tika's
 * signatures tell simple types apart; for the two containers of Office ({@link OoxmlCheck}, {@link OleCheck}) we read
 * the directory ourselves, since macros and passwords must be looked for there anyway.
 */
@Component
class ContentCheck {

    private static final MediaType JSON = MediaType.application("json");

    private final MimeTypes signatures = MimeTypes.getDefaultMimeTypes();

    /**
     * Checks the content of one file.
     *
     * @return the character set of a text, null for another kind
     * @throws RefusedFile when the content is not of this kind, is damaged, protected, active or oversized
     * @throws IOException when the temporary file cannot be read
     */
    @Nullable
    String check(String name, FileKind kind, AttachmentRules rules, Spool content) throws IOException {
        switch (kind) {
            case DOC, XLS -> OleCheck.check(name, kind, content.path());
            case DOCX, XLSX -> OoxmlCheck.check(name, kind, content.path());
            case ZIP -> ZipCheck.check(name, content.path());
            default -> sniff(name, kind, content);
        }
        switch (kind) {
            case PDF -> PdfCheck.check(name, rules, content.path());
            case PNG, JPEG -> ImageCheck.check(name, kind, rules.pageFormat(), content.path());
            case JSON -> {
                refuseWithoutPages(name, rules);
                JsonCheck.check(name, content);
            }
            default -> refuseWithoutPages(name, rules);
        }
        return kind.isText() ? TextCheck.charset(name, content) : null;
    }

    private static void refuseWithoutPages(String name, AttachmentRules rules) {
        if (rules.pageFormat() == PageFormat.A4_PORTRAIT) {
            throw RefusedFile.of(
                    RefusedFile.Reason.PAGE_FORMAT, name, "le format de ses pages ne peut pas être vérifié");
        }
    }

    private void sniff(String name, FileKind kind, Spool content) throws IOException {
        MediaType detected;
        try (InputStream in = new BufferedInputStream(content.open())) {
            detected = signatures.detect(in, new Metadata()).getBaseType();
        }
        boolean agrees =
                kind.isText() ? canBeText(detected) : detected.toString().equals(kind.type());
        if (!agrees) {
            throw RefusedFile.otherContent(name);
        }
    }

    /** A table can begin like a letter ("Article;…"), and accents hide a text: TextCheck reads it all. No web page. */
    private static boolean canBeText(MediaType detected) {
        return detected.getType().equals("text") && !detected.equals(MediaType.TEXT_HTML)
                || detected.getType().equals("message")
                || detected.equals(JSON)
                || detected.equals(MediaType.OCTET_STREAM);
    }
}
