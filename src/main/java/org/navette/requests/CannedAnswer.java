package org.navette.requests;

import java.util.UUID;

/**
 * An answer that an organism keeps ready for its agents.
 *
 * @param topic the requests that it is for: {@code ""} for all, an offer, or {@code offer/reason}
 * @param title unique in the organism for the same requests
 * @param version grows with each change
 */
public record CannedAnswer(UUID id, String topic, String title, String body, int version) {

    /** Longest title. */
    public static final int LONGEST_TITLE = 100;

    /** Longest text: what an agent's answer holds. */
    public static final int LONGEST_BODY = 5_000;
}
