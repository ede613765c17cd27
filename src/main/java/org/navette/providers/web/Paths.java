package org.navette.providers.web;

/** The addresses of the espace. */
final class Paths {

    static final String PREFIX = "/soins";
    static final String HOME = PREFIX + "/accueil";
    static final String SIGN_IN = "/connexion";
    static final String FORGOTTEN = "/mot-de-passe-oublie";
    static final String JOIN = "/adhesion";
    static final String RESET = "/reinitialisation";
    static final String FOLLOW = "/suivi";
    static final String ACCOUNT = "/compte";
    static final String SECONDARY = PREFIX + "/sous-comptes";

    private Paths() {}
}
