package org.navette;

import java.util.Set;

/**
 * What each route of the portal of health professionals answers to people who have no business with what its address
 * names: other establishments, by profile and kind of account, and everybody who is none. Whoever adds a route adds it
 * here: {@link EveryProviderRouteTest} fails on a route that is not told.
 */
final class ProviderRouteRules {

    /** Who asks. Nobody of them owns what the addresses name. */
    enum Who {
        /** not signed in */
        ANONYMOUS,
        /** an agent of another organism */
        AGENT,
        /** a technician of the Espace Partenaires */
        PARTNER,
        /** responsible for a company of the procedures */
        PROFESSIONAL,
        /** a supplier of the Ségur */
        SUPPLIER,
        /** the principal account of another establishment, profile Prises en charge */
        PEC,
        /** the same of the profile Paiements */
        PAYMENTS,
        /** a secondary account of another establishment, profile Prises en charge */
        SECONDARY_PEC,
        /** the same of the profile Paiements */
        SECONDARY_PAYMENTS
    }

    static final RouteTable<Who> TABLE = new RouteTable<>(
            ProviderRouteRules.class,
            Who.class,
            Set.of(Who.ANONYMOUS, Who.AGENT, Who.PARTNER, Who.PROFESSIONAL, Who.SUPPLIER));

    private static final String PREFIX = "/soins";
    private static final int CLOSED = 403;

    static {
        // open to everyone, and about nobody
        everyone("GET", "", 200);
        everyone("GET", "/", 200);
        everyone("GET", "/accessibilite", 200);
        everyone("GET", "/mentions-legales", 200);
        everyone("GET", "/refus", 403);
        everyone("POST", "/refus", 403);
        everyone("GET", "/connexion", 200);
        everyone("POST", "/connexion", 422);
        everyone("GET", "/mot-de-passe-oublie", 200);
        everyone("POST", "/mot-de-passe-oublie", 422);
        everyone("GET", "/reinitialisation", 200);
        everyone("POST", "/reinitialisation", 422);
        everyone("GET", "/reinitialisation/enregistree", 200);
        everyone("GET", "/adhesion", 200);
        // what the reference table says of an establishment is no secret
        everyone("GET", "/adhesion/{inpe:\\d{9}}", 200);
        everyone("POST", "/adhesion/{inpe:\\d{9}}", 422);
        everyone("GET", "/adhesion/enregistree", 200);
        // a request is found by three facts, none of which is sent here
        everyone("GET", "/suivi", 200);
        everyone("POST", "/suivi", 422);
        everyone("POST", "/suivi/formulaire", 422);
        everyone("POST", "/suivi/accuse-de-reception", 422);

        // one's own account
        accounts("GET", "/session", 204);
        accounts("GET", "/accueil", 200);
        accounts("GET", "/compte", 200);
        accounts("GET", "/compte/mot-de-passe", 200);
        accounts("POST", "/compte/mot-de-passe", 422);

        principals("GET", "/sous-comptes", 200);
        principals("GET", "/sous-comptes/nouveau", 200);
        principals("POST", "/sous-comptes/nouveau", 422);
        for (String act : new String[] {"mot-de-passe", "suppression"}) {
            principals("GET", "/sous-comptes/{id}/" + act, 404);
        }
        for (String act : new String[] {"mot-de-passe", "suppression", "suspension", "reprise", "reinitialisation"}) {
            principals("POST", "/sous-comptes/{id}/" + act, 404);
        }

        pec("GET", "/pec/droits", 200);
        pec("POST", "/pec/droits", 422);
        pec("GET", "/pec/demandes", 200);
        pec("GET", "/pec/demandes.xlsx", 200);
        pec("GET", "/pec/demandes/{number:PEC-\\d{4}-\\d{6}}/decision", 404);
        pec("GET", "/pec/recapitulatif", 200);

        payments("GET", "/paiements/dossiers", 200);
        payments("GET", "/paiements/dossiers.xlsx", 200);
        payments("GET", "/paiements/detail", 200);
        payments("GET", "/paiements/detail.xlsx", 200);
        payments("GET", "/paiements/emissions", 200);
        payments("GET", "/paiements/emissions.xlsx", 200);
        payments("GET", "/paiements/emissions/{issue:\\d{1,18}}", 404);
        payments("GET", "/paiements/emissions/{issue:\\d{1,18}}.xlsx", 404);
        payments("GET", "/paiements/recapitulatif", 200);
    }

    private ProviderRouteRules() {}

    private static void everyone(String method, String path, int status) {
        TABLE.everyone(method + " " + PREFIX + path, status);
    }

    private static void accounts(String method, String path, int status) {
        tell(method, path, status, status, status, status);
    }

    private static void principals(String method, String path, int status) {
        tell(method, path, status, status, CLOSED, CLOSED);
    }

    private static void pec(String method, String path, int status) {
        tell(method, path, status, CLOSED, status, CLOSED);
    }

    private static void payments(String method, String path, int status) {
        tell(method, path, CLOSED, status, CLOSED, status);
    }

    private static void tell(
            String method, String path, int pec, int payments, int secondaryPec, int secondaryPayments) {
        TABLE.members(method + " " + PREFIX + path)
                .answers(Who.PEC, pec)
                .answers(Who.PAYMENTS, payments)
                .answers(Who.SECONDARY_PEC, secondaryPec)
                .answers(Who.SECONDARY_PAYMENTS, secondaryPayments);
    }
}
