package org.navette.procedures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being prepared, or the corrections to one.
 *
 * @param kind code of the kind
 * @param step where the person was last
 * @param corrects id of the request that it corrects; null for a new one
 * @param version changes with each save, so that two tabs cannot overwrite each other
 */
public record Draft(
        UUID id,
        UUID account,
        String kind,
        String step,
        Content content,
        @Nullable Long corrects,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The step before all others: kind and documents. */
    public static final String DOCUMENTS = "documents";

    /** The step after all others. */
    public static final String VALIDATION = "validation";

    /** True for the corrections to a request that was sent. */
    public boolean isCorrection() {
        return corrects != null;
    }
}
