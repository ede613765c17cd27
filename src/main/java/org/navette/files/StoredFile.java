package org.navette.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file that was taken in; it outlives the file's content.
 *
 * @param id the file
 * @param name as its sender named it, made safe, at most 150 characters
 * @param size in bytes
 * @param type media type of the content, as detected
 * @param direction name of a {@link Direction}; null until the file is bound to a request
 * @param step the step of the request it came with, in the words of the espace; null until bound
 * @param at when it was uploaded, then when it was bound
 * @param availableUntil after this instant the content is not given any more; null for no end
 * @param contentRemovedAt when the content was removed; null while it is there
 * @param removalReason why it was removed, in French; null while it is there
 */
public record StoredFile(
        UUID id,
        String name,
        long size,
        String type,
        @Nullable String direction,
        @Nullable String step,
        Instant at,
        @Nullable Instant availableUntil,
        @Nullable Instant contentRemovedAt,
        @Nullable String removalReason) {

    /** True while the content may be given: the date counts, not the purge, which can be late. */
    public boolean readable(Instant now) {
        return contentRemovedAt == null && (availableUntil == null || !now.isAfter(availableUntil));
    }

    /** True when a browser can show this type in its sandbox: PDF, PNG, JPEG, plain text, CSV and JSON. */
    public boolean previewable() {
        return FileKind.previewable(type);
    }
}
