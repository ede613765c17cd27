package org.navette.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form page shows; made by {@link FormPages}. All texts but title and introduction are JSON for the browser.
 *
 * @param title the page's title
 * @param introduction a sentence below it
 * @param definitionId the version of the form that is shown
 * @param submission the key of this form
 * @param uploads where files go and which; null when the form takes none
 * @param back where "Annuler" leads
 */
public record FormPage(
        String title,
        @Nullable String introduction,
        String definitionId,
        UUID submission,
        String schema,
        String answers,
        String context,
        String errors,
        @Nullable Uploads uploads,
        String back) {

    /** Where the browser sends files, what it may send, and what is there already; JSON but for the address. */
    public record Uploads(String url, String rules, String files) {}

    /** The parts of {@link Uploads} before they are written as JSON. */
    public record Rules(int maxCount, long maxBytes, List<String> extensions) {}

    /** A file as the upload widget shows it. */
    public record Upload(UUID id, String name, long size, String type, @Nullable String preview, String download) {}

    /** Messages per field; the empty key is for the form as a whole. */
    public record Errors(Map<String, List<String>> messages) {

        public static final Errors NONE = new Errors(Map.of());

        /** One message for the form as a whole. */
        public static Errors of(String message) {
            return new Errors(Map.of("", List.of(message)));
        }
    }
}
