package org.navette;

import java.util.Set;

/**
 * What each route of the portal of health professionals answers to people who have no business with what its address
 * names: other establishments, the other profile of the own one, its secondary accounts, and everybody who is none of an
 * establishment. Whoever adds a route adds it here: {@link EveryProviderRouteTest} fails on a route that is not told.
 */
final class ProviderRouteRules {

    /** Who asks. */
    enum Who {
        /** not signed in */
        ANONYMOUS,
        /** an agent of another organism */
        AGENT,
        /** a technician of the Espace Partenaires */
        PARTNER,
        /** a supplier of the Ségur */
        SUPPLIER,
        /** another establishment's principal account of the profile Prises en charge */
        OTHER_PEC,
        /** another establishment's principal account of the profile Paiements */
        OTHER_PAYMENTS,
        /** the establishment's own principal account: asked where its profile has no business */
        OWN_PEC,
        OWN_PAYMENTS,
        /** the establishment's own secondary accounts, which see what the principal ones see and manage nobody */
        SECONDARY_PEC,
        SECONDARY_PAYMENTS
    }

    static final RouteTable<Who> TABLE = new RouteTable<>(
            ProviderRouteRules.class, Who.class, Set.of(Who.ANONYMOUS, Who.AGENT, Who.PARTNER, Who.SUPPLIER));

    private static final String PREFIX = "/soins";
    private static final int FORBIDDEN = 403;

    static {
        // open to everyone, and about nobody
        everyone("GET", "", 200);
        everyone("GET", "/", 200);
        everyone("GET", "/connexion", 200);
        everyone("POST", "/connexion", 422);
        everyone("GET", "/mot-de-passe-oublie", 200);
        everyone("POST", "/mot-de-passe-oublie", 422);
        everyone("GET", "/refus", 403);
        everyone("POST", "/refus", 403);
        everyone("GET", "/accessibilite", 200);
        everyone("GET", "/mentions-legales", 200);
        String membership = "/adhesion/{inpe:\\d{9}}";
        everyone("GET", "/adhesion", 200);
        everyone("GET", membership, 200);
        everyone("POST", membership, 422);
        everyone("GET", "/adhesion/enregistree", 200);
        everyone("GET", "/reinitialisation", 200);
        everyone("POST", "/reinitialisation", 422);
        everyone("GET", "/reinitialisation/enregistree", 200);
        // a number alone finds nothing
        everyone("GET", "/suivi", 200);
        everyone("POST", "/suivi", 422);
        for (String paper : new String[] {"/formulaire", "/accuse-de-reception"}) {
            // who goes on asking is told to wait
            everyone("POST", "/suivi" + paper, 422, 429);
        }

        // one's own pages, whatever the profile
        both("GET", "/session", 204);
        both("GET", "/accueil", 200).readBy(Set.of(Who.SECONDARY_PAYMENTS));
        both("GET", "/compte", 200);
        both("GET", "/compte/mot-de-passe", 200);
        both("POST", "/compte/mot-de-passe", 422);

        // the accounts of one's own establishment and profile, by principal accounts alone
        String secondary = "/sous-comptes";
        principal("GET", secondary, 200);
        principal("GET", secondary + "/nouveau", 200);
        principal("POST", secondary + "/nouveau", 422);
        // one of the profile Prises en charge
        String account = secondary + "/{id}";
        for (String page : new String[] {"/mot-de-passe", "/suppression"}) {
            principal("GET", account + page, 404).answers(Who.OWN_PAYMENTS, 404);
            principal("POST", account + page, 404).answers(Who.OWN_PAYMENTS, 404);
        }
        for (String action : new String[] {"/reinitialisation", "/suspension", "/reprise"}) {
            principal("POST", account + action, 404).answers(Who.OWN_PAYMENTS, 404);
        }

        // the profile Prises en charge
        pec("GET", "/pec/droits", 200);
        pec("POST", "/pec/droits", 422);
        String agreements = "/pec/demandes";
        pec("GET", agreements, 200).readBy(Set.of(Who.SECONDARY_PEC));
        pec("GET", agreements + ".xlsx", 200).readBy(Set.of(Who.SECONDARY_PEC));
        pec("GET", agreements + "/{number:PEC-\\d{4}-\\d{6}}/decision", 404)
                .answers(Who.SECONDARY_PEC, 200)
                .readBy(Set.of(Who.SECONDARY_PEC));
        pec("GET", "/pec/recapitulatif", 200).readBy(Set.of(Who.SECONDARY_PEC));

        // the profile Paiements
        for (String list : new String[] {"/dossiers", "/detail", "/emissions"}) {
            payments("GET", "/paiements" + list, 200).readBy(Set.of(Who.SECONDARY_PAYMENTS));
            payments("GET", "/paiements" + list + ".xlsx", 200).readBy(Set.of(Who.SECONDARY_PAYMENTS));
        }
        String issue = "/paiements/emissions/{issue:\\d{1,18}}";
        for (String end : new String[] {"", ".xlsx"}) {
            payments("GET", issue + end, 404)
                    .answers(Who.SECONDARY_PAYMENTS, 200)
                    .readBy(Set.of(Who.SECONDARY_PAYMENTS));
        }
        payments("GET", "/paiements/recapitulatif", 200).readBy(Set.of(Who.SECONDARY_PAYMENTS));
    }

    private ProviderRouteRules() {}

    private static void everyone(String method, String path, Integer... statuses) {
        TABLE.everyone(method + " " + PREFIX + path, statuses);
    }

    private static RouteTable.Rule<Who> members(String method, String path) {
        return TABLE.members(method + " " + PREFIX + path);
    }

    private static RouteTable.Rule<Who> both(String method, String path, int status) {
        return members(method, path)
                .answers(Who.OTHER_PEC, status)
                .answers(Who.OTHER_PAYMENTS, status)
                .answers(Who.SECONDARY_PEC, status)
                .answers(Who.SECONDARY_PAYMENTS, status);
    }

    private static RouteTable.Rule<Who> principal(String method, String path, int status) {
        return members(method, path)
                .answers(Who.OTHER_PEC, status)
                .answers(Who.OTHER_PAYMENTS, status)
                .answers(Who.SECONDARY_PEC, FORBIDDEN)
                .answers(Who.SECONDARY_PAYMENTS, FORBIDDEN);
    }

    private static RouteTable.Rule<Who> pec(String method, String path, int status) {
        return members(method, path)
                .answers(Who.OTHER_PEC, status)
                .answers(Who.SECONDARY_PEC, status)
                .answers(Who.OTHER_PAYMENTS, FORBIDDEN)
                .answers(Who.OWN_PAYMENTS, FORBIDDEN)
                .answers(Who.SECONDARY_PAYMENTS, FORBIDDEN);
    }

    private static RouteTable.Rule<Who> payments(String method, String path, int status) {
        return members(method, path)
                .answers(Who.OTHER_PAYMENTS, status)
                .answers(Who.SECONDARY_PAYMENTS, status)
                .answers(Who.OTHER_PEC, FORBIDDEN)
                .answers(Who.OWN_PEC, FORBIDDEN)
                .answers(Who.SECONDARY_PEC, FORBIDDEN);
    }
}
