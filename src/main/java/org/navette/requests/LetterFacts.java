package org.navette.requests;

import java.util.Map;

/** What the mails about an espace's requests say beyond number, subject and the author's name; at most one per espace. */
public interface LetterFacts {

    /** The espace's code. */
    String espace();

    /** What a template may name, as texts; empty when there is nothing to add. */
    Map<String, Object> of(Request request);
}
