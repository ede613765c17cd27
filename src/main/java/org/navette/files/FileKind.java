package org.navette.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of file whose content we know how to check. A rule can offer no other. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    DOC("application/msword", "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLS("application/vnd.ms-excel", "xls"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt"),
    JSON("application/json", "json"),
    ZIP("application/zip", "zip"),
    TIFF("image/tiff", "tif", "tiff"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    private static final Set<FileKind> PREVIEWABLE = Set.of(PDF, PNG, JPEG, CSV, TXT, JSON);

    private final String type;
    private final List<String> extensions;

    FileKind(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    /** The media type under which a file of this kind is kept. */
    String type() {
        return type;
    }

    boolean isText() {
        return this == CSV || this == TXT || this == JSON;
    }

    static Optional<FileKind> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension))
                .findFirst();
    }

    static Optional<FileKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static boolean previewable(String type) {
        return ofType(type).filter(PREVIEWABLE::contains).isPresent();
    }
}
