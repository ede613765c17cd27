package org.navette.partners.web;

/** The addresses of the espace. */
final class Paths {

    static final String PREFIX = "/partenaires";
    static final String ORGANISM = PREFIX + "/organisme";
    static final String HOME = PREFIX + "/accueil";
    static final String DEPOSIT = PREFIX + "/demandes/nouvelle";
    static final String REQUESTS = PREFIX + "/demandes";
    static final String ACCOUNTS = PREFIX + "/comptes";

    private Paths() {}

    static String request(String number) {
        return REQUESTS + "/" + number;
    }
}
