package org.navette;

import java.util.Set;

/**
 * What each route of the espace Ségur numérique answers to people who have no business with what its address names:
 * another supplier, and everybody who is none. Whoever adds a route adds it here: {@link EveryFundingRouteTest} fails on
 * a route that is not told.
 */
final class FundingRouteRules {

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
        /** another supplier */
        STRANGER
    }

    static final RouteTable<Who> TABLE = new RouteTable<>(
            FundingRouteRules.class, Who.class, Set.of(Who.ANONYMOUS, Who.AGENT, Who.PARTNER, Who.PROFESSIONAL));

    private static final String PREFIX = "/segur";

    static {
        // open to everyone, and about nobody
        everyone("GET", "", 200);
        everyone("GET", "/", 200);
        everyone("GET", "/connexion", 200);
        everyone("POST", "/connexion", 200);
        everyone("GET", "/mot-de-passe-oublie", 200);
        everyone("POST", "/mot-de-passe-oublie", 200);
        everyone("GET", "/identifiant-oublie", 200);
        everyone("POST", "/identifiant-oublie", 200);
        everyone("GET", "/refus", 403);
        everyone("POST", "/refus", 403);
        everyone("GET", "/simulation", 200);
        everyone("POST", "/simulation", 422);
        everyone("GET", "/documentation", 200);
        everyone("GET", "/documentation/demandes.schema.json", 200);
        everyone("GET", "/documentation/exemples/{example}", 200);
        everyone("GET", "/accessibilite", 200);
        everyone("GET", "/mentions-legales", 200);
        everyone("GET", "/questions", 200);
        everyone("GET", "/contact", 200);
        everyone("POST", "/contact", 422);
        everyone("GET", "/contact/defi", 200);
        // files that are being added to the form are those of one session
        everyone("POST", "/contact/fichiers/{bucket}", 422);
        everyone("DELETE", "/contact/fichiers/{bucket}/{file}", 404);
        everyone("GET", "/contact/fichiers/{bucket}/{file}/apercu", 404);
        everyone("GET", "/contact/fichiers/{bucket}/{file}/telechargement", 404);
        // the token in the address is the right to it; one that is not known is gone
        for (String page : new String[] {"/mot-de-passe", "/confirmation", "/courriel"}) {
            everyone("GET", page + "/{token}", 410);
            everyone("POST", page + "/{token}", 410);
        }

        // a first enrolment: whoever knows the draft's random id goes on with it
        String enrol = "/enrolement";
        String draft = enrol + "/{draft}";
        String files = draft + "/pieces/{document}/fichiers/{bucket}";
        everyone("GET", enrol, 200);
        everyone("POST", enrol, 422);
        everyone("GET", enrol + "/enregistree", 200);
        everyone("GET", draft, 404);
        everyone("POST", draft, 422);
        everyone("GET", draft + "/pieces", 404);
        everyone("POST", draft + "/envoi", 404);
        everyone("POST", files, 404);
        everyone("DELETE", files + "/{file}", 404);
        everyone("GET", files + "/{file}/apercu", 404);
        everyone("GET", files + "/{file}/telechargement", 404);
        String follow = enrol + "/suivi/{token}";
        everyone("GET", follow, 410);
        everyone("GET", follow + "/fichiers/{file}", 410);
        addition(follow, true, 410);

        // one's own pages
        suppliers("GET", "/session", 204);
        suppliers("GET", "/accueil", 200);
        suppliers("GET", "/compte", 200);
        suppliers("GET", "/compte/courriel", 200);
        suppliers("POST", "/compte/courriel", 422);
        suppliers("POST", "/compte/courriel/annulation", 302);
        suppliers("GET", "/compte/mot-de-passe", 200);
        suppliers("POST", "/compte/mot-de-passe", 422);
        suppliers("GET", "/compte/banque", 200);
        suppliers("GET", "/compte/banque/{id}", 404);
        suppliers("GET", "/compte/banque/ajout", 200);
        suppliers("POST", "/compte/banque/ajout", 422);
        suppliers("GET", "/compte/personnes", 200);
        suppliers("GET", "/compte/personnes/modification", 200);
        suppliers("POST", "/compte/personnes/modification", 422);
        String accountFiles = "/compte/fichiers/{bucket}";
        // a bucket is one's own: an empty file is refused, somebody else's file is none
        suppliers("POST", accountFiles, 422);
        suppliers("DELETE", accountFiles + "/{file}", 404);
        suppliers("GET", accountFiles + "/{file}/apercu", 404);
        suppliers("GET", accountFiles + "/{file}/telechargement", 404);
        suppliers("GET", "/imports", 200);
        suppliers("GET", "/imports/nouveau", 200);
        suppliers("POST", "/imports/nouveau", 422);
        String imported = "/imports/{id:\\d{1,18}}";
        suppliers("GET", imported, 404);
        suppliers("POST", imported + "/lancement", 404);
        suppliers("GET", imported + "/avancement", 404);
        suppliers("GET", imported + "/fichier", 404);
        suppliers("GET", "/incompletes", 200);
        suppliers("POST", "/incompletes/suppression", 302);
        suppliers("POST", "/incompletes/archive", 415);
        suppliers("GET", "/incompletes/recus/{id}", 404);
        String request = "/demandes/{number:FIN[A-Z0-9]{3}\\d{6}M[01]}";
        suppliers("GET", "/demandes", 200);
        suppliers("GET", "/demandes/numeros", 200);
        suppliers("GET", request, 404);
        suppliers("GET", request + "/historique", 404);
        suppliers("GET", request + "/fichiers/{file}", 404);
        suppliers("GET", "/exports", 200);
        suppliers("GET", "/exports/demandes.csv", 200);
        suppliers("GET", "/exports/beneficiaires.csv", 422);
        suppliers("GET", request + "/pieces", 404);
        suppliers("POST", request + "/pieces", 404);
        suppliers("GET", request + "/modification", 404);
        suppliers("POST", request + "/modification", 404);
        String pieces = request + "/pieces/{document}/fichiers/{bucket}";
        suppliers("POST", pieces, 404);
        suppliers("DELETE", pieces + "/{file}", 404);
        suppliers("GET", pieces + "/{file}/apercu", 404);
        suppliers("GET", pieces + "/{file}/telechargement", 404);
        // for who has enrolled a software of the second wave alone
        suppliers("GET", "/modeles", 404);
        suppliers("POST", "/modeles", 404);
        suppliers("POST", "/modeles/validation", 404);
        String template = "/modeles/fichiers/{file}";
        suppliers("POST", template + "/suppression", 404);
        for (String base : new String[] {template, "/modeles/{number:MOD\\d{4,10}}"}) {
            suppliers("GET", base + "/apercu", 404);
            suppliers("GET", base + "/telechargement", 404);
        }
        suppliers("GET", "/enrolements", 200);
        suppliers("GET", "/enrolements/nouvelle", 200);
        suppliers("POST", "/enrolements/nouvelle", 422);
        String enrolment = "/enrolements/{number:ENR\\d{4,10}}";
        suppliers("GET", enrolment, 404);
        suppliers("GET", enrolment + "/fichiers/{file}", 404);
        addition(enrolment, false, 404);
    }

    private static void addition(String base, boolean open, int status) {
        String added = base + "/ajout";
        String bucket = added + "/fichiers/{bucket}";
        for (String route : new String[] {
            "GET " + added,
            "POST " + added,
            "POST " + bucket,
            "DELETE " + bucket + "/{file}",
            "GET " + bucket + "/{file}/apercu",
            "GET " + bucket + "/{file}/telechargement"
        }) {
            String[] parts = route.split(" ");
            if (open) {
                everyone(parts[0], parts[1], status);
            } else {
                suppliers(parts[0], parts[1], status);
            }
        }
    }

    private FundingRouteRules() {}

    private static void everyone(String method, String path, int status) {
        TABLE.everyone(method + " " + PREFIX + path, status);
    }

    private static void suppliers(String method, String path, int status) {
        TABLE.members(method + " " + PREFIX + path).answers(Who.STRANGER, status);
    }
}
