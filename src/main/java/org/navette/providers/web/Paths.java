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

    // profile Prises en charge
    static final String RIGHTS = PREFIX + "/pec/droits";
    static final String AGREEMENTS = PREFIX + "/pec/demandes";
    static final String AGREEMENTS_RECAP = PREFIX + "/pec/recapitulatif";

    // profile Paiements
    static final String FILES = PREFIX + "/paiements/dossiers";
    static final String PAYMENTS = PREFIX + "/paiements/detail";
    static final String ISSUES = PREFIX + "/paiements/emissions";
    static final String FILES_RECAP = PREFIX + "/paiements/recapitulatif";

    /** What the address of a list ends with that is asked for as a spreadsheet. */
    static final String SHEET = ".xlsx";

    private Paths() {}
}
