package org.navette.procedures.web;

import java.util.UUID;

/** The addresses of the espace. */
final class Paths {

    static final String PREFIX = "/demarches";
    static final String HOME = PREFIX + "/accueil";
    static final String ACCOUNT = "/compte";
    static final String RESPONSIBLE = PREFIX + ACCOUNT + "/responsable";
    static final String READERS = PREFIX + ACCOUNT + "/lecteurs";
    static final String NEW = PREFIX + "/demandes/nouvelle";
    static final String REQUESTS = PREFIX + "/demandes";
    static final String REQUEST = REQUESTS + "/{number:LPP-\\d{4}-\\d{6}}";
    static final String DRAFTS = PREFIX + "/brouillons";
    static final String DRAFT = DRAFTS + "/{draft}";

    private Paths() {}

    static String request(String number) {
        return REQUESTS + "/" + number;
    }

    static String draft(UUID draft) {
        return DRAFTS + "/" + draft;
    }
}
