package org.navette;

import java.util.Set;

/**
 * What each route of the espace Vos démarches administratives answers to people who have no business with the request,
 * the draft, the file or the person that its address names. Whoever adds a route adds it here:
 * {@link EveryProcedureRouteTest} fails on a route that is not told.
 */
final class ProcedureRouteRules {

    /** Who asks. Nobody of them owns what the addresses name. */
    enum Who {
        /** not signed in */
        ANONYMOUS,
        /** an agent of another organism */
        AGENT,
        /** a technician of the Espace Partenaires */
        PARTNER,
        /** responsible for another company */
        STRANGER,
        /** whose company the directory does not know */
        NEWCOMER,
        /** gave the SIRET of the owner's company and has proved nothing */
        UNVERIFIED,
        /** reads the owner's company's requests */
        READER,
        /** responsible for the owner's company too: asked for pages only, since whatever they do is theirs to do */
        COLLEAGUE
    }

    static final RouteTable<Who> TABLE =
            new RouteTable<>(ProcedureRouteRules.class, Who.class, Set.of(Who.ANONYMOUS, Who.AGENT, Who.PARTNER));

    private static final Set<Who> COMPANY = Set.of(Who.READER, Who.COLLEAGUE);
    private static final Set<Who> RESPONSIBLE = Set.of(Who.COLLEAGUE);
    private static final String PREFIX = "/demarches";

    static {
        // open to everyone, and about nobody
        everyone("GET", "/accessibilite", 200);
        everyone("GET", "/mentions-legales", 200);
        everyone("GET", "/connexion", 200);
        everyone("POST", "/connexion", 200);
        everyone("GET", "/inscription", 200);
        everyone("POST", "/inscription", 422);
        everyone("GET", "/mot-de-passe-oublie", 200);
        everyone("POST", "/mot-de-passe-oublie", 200);
        everyone("GET", "/refus", 403);
        everyone("POST", "/refus", 403);
        // the token in the address is the right to it; one that is not known is gone
        for (String page : new String[] {"/mot-de-passe", "/confirmation", "/courriel"}) {
            everyone("GET", page + "/{token}", 410);
            everyone("POST", page + "/{token}", 410);
        }

        // one's own pages, whoever is signed in
        members("GET", "", 302);
        members("GET", "/", 302);
        members("GET", "/session", 204);
        members("GET", "/accueil", 200, COMPANY);
        members("GET", "/demandes", 200, COMPANY);
        members("GET", "/demandes/export.csv", 200, COMPANY);
        members("GET", "/compte", 200, COMPANY);
        members("POST", "/compte", 422, COMPANY);
        members("GET", "/compte/courriel", 200, COMPANY);
        members("POST", "/compte/courriel", 422, COMPANY);
        members("POST", "/compte/courriel/annulation", 302);
        members("GET", "/compte/mot-de-passe", 200, COMPANY);
        members("POST", "/compte/mot-de-passe", 422, COMPANY);
        // a SIRET of the owner's company: others learn nothing by it
        rule("GET", "/annuaire", RESPONSIBLE, 200, 200, 403, 403, 200);
        rule("GET", "/demandes/nouvelle", RESPONSIBLE, 200, 200, 403, 403, 200);
        rule("POST", "/demandes/nouvelle", Set.of(), 302, 302, 403, 403);

        // becoming responsible: who is already has nothing to prove, a newcomer's company is not known
        String responsible = "/compte/responsable";
        String proof = responsible + "/justificatif";
        rule("GET", responsible, COMPANY, 200, 404, 200, 200, 200);
        rule("POST", responsible, COMPANY, 422, 404, 422, 422);
        members("POST", responsible + "/retrait", 302);
        members("GET", responsible + "/fichiers/{file}", 404);
        rule("GET", proof, COMPANY, 404, 404, 200, 200, 404);
        // with somebody else's key
        members("POST", proof, 404);
        String bucket = proof + "/fichiers/{bucket}";
        rule("POST", bucket, Set.of(), 404, 404, 422, 422);
        members("DELETE", bucket + "/{file}", 404);
        members("GET", bucket + "/{file}/apercu", 404);
        members("GET", bucket + "/{file}/telechargement", 404);

        // the readers of a company: those who are responsible for it keep them
        String readers = "/compte/lecteurs";
        rule("GET", readers, RESPONSIBLE, 200, 403, 403, 403, 200);
        rule("GET", readers + "/nouveau", RESPONSIBLE, 200, 403, 403, 403, 200);
        rule("POST", readers + "/nouveau", RESPONSIBLE, 422, 403, 403, 403);
        rule("POST", readers + "/{reader}/invitation", Set.of(), 404, 403, 403, 403);
        rule("GET", readers + "/{reader}/retrait", RESPONSIBLE, 404, 403, 403, 403, 200);
        rule("POST", readers + "/{reader}/retrait", Set.of(), 404, 403, 403, 403);

        // a request: its company reads it, those who are responsible act on it
        String request = "/demandes/{number:LPP-\\d{4}-\\d{6}}";
        rule("GET", request, COMPANY, 404, 404, 404, 200, 200);
        rule("GET", request + "/fichiers/{file}", COMPANY, 404, 404, 404, 200, 200);
        rule("POST", request + "/corrections", Set.of(), 404, 404, 403, 403);
        rule("POST", request + "/reprise", Set.of(), 404, 404, 403, 403);

        // a draft: of those who are responsible, readers and agents see nothing of it
        String draft = "/brouillons/{draft}";
        String documents = draft + "/documents";
        String file = documents + "/{document}/fichiers/{bucket}";
        String step = draft + "/etapes/{step}";
        draft("GET", draft, 302);
        draft("GET", documents, 200);
        draft("POST", draft + "/nature", 0);
        draft("POST", file, 0);
        draft("DELETE", file + "/{file}", 0);
        draft("GET", file + "/{file}/apercu", 200);
        draft("GET", file + "/{file}/telechargement", 200);
        draft("GET", step, 200);
        draft("POST", step, 0);
        draft("PUT", step + "/saisie", 0);
        draft("GET", step + "/personnes/{person}", 200);
        draft("POST", step + "/personnes/{person}", 0);
        draft("POST", step + "/personnes/{person}/retrait", 0);
        draft("GET", draft + "/validation", 200);
        draft("POST", draft + "/validation", 0);
        draft("GET", draft + "/recapitulatif", 302);
        draft("POST", draft + "/envoi", 0);
        // whether there is such a draft is not said: deleting one that is gone is no mistake
        rule("POST", draft + "/suppression", Set.of(), 302, 302, 403, 403);
    }

    private ProcedureRouteRules() {}

    private static void everyone(String method, String path, int status) {
        // who is signed in may be named in the banner, with their company
        TABLE.everyone(method + " " + PREFIX + path, status).readBy(COMPANY);
    }

    private static void members(String method, String path, int status) {
        members(method, path, status, Set.of());
    }

    private static void members(String method, String path, int status, Set<Who> mayRead) {
        rule(method, path, mayRead, status, status, status, status, status);
    }

    private static void draft(String method, String path, int colleague) {
        rule(method, path, RESPONSIBLE, 404, 404, 403, 403, colleague);
    }

    private static void rule(
            String method, String path, Set<Who> mayRead, int stranger, int newcomer, int unverified, int reader) {
        rule(method, path, mayRead, stranger, newcomer, unverified, reader, 0);
    }

    private static void rule(
            String method,
            String path,
            Set<Who> mayRead,
            int stranger,
            int newcomer,
            int unverified,
            int reader,
            int colleague) {
        var rule = TABLE.members(method + " " + PREFIX + path)
                .readBy(mayRead)
                .answers(Who.STRANGER, stranger)
                .answers(Who.NEWCOMER, newcomer)
                .answers(Who.UNVERIFIED, unverified)
                .answers(Who.READER, reader);
        if (method.equals("GET")) {
            rule.answers(Who.COLLEAGUE, colleague);
        }
    }
}
