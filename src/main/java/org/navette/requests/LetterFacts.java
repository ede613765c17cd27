package org.navette.requests;

import java.util.Map;
import java.util.Optional;

/** What the mails about an espace's requests say beyond number, subject and the author's name; at most one per espace. */
public interface LetterFacts {

    /** The espace's code. */
    String espace();

    /** Who is written to, where it is not the author's account. */
    default Optional<Addressee> addressee(Request request) {
        return Optional.empty();
    }

    /** Whether addresses and words of these mails are erased as soon as they have left. */
    default boolean fleeting() {
        return false;
    }

    /** Who a letter begins with, and where it goes. */
    record Addressee(String email, String firstName, String lastName) {}

    /** What a template may name, as texts; empty when there is nothing to add. */
    Map<String, Object> of(Request request);
}
