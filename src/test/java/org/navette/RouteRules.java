package org.navette;

import java.util.Set;

/**
 * What each route of the application answers to people who have no business with the request, the file or the form that
 * its address names. Whoever adds a route adds it here: {@link EveryRouteTest} fails on a route that is not told.
 */
final class RouteRules {

    /** Who asks. Nobody of them owns what the addresses name. */
    enum Who {
        /** not signed in */
        ANONYMOUS,
        /** an agent of another organism, which opens no page of the partners */
        AGENT,
        /** a supervisor of another organism */
        SUPERVISOR,
        /** a technician of another structure, at work with the same organism */
        STRANGER,
        /** a technician of the owner's structure, at work with another organism */
        ELSEWHERE,
        /** a technician of the owner's structure, at work with the same organism */
        COLLEAGUE,
        /** a manager of the owner's structure, at work with the same organism */
        MANAGER
    }

    static final RouteTable<Who> TABLE =
            new RouteTable<>(RouteRules.class, Who.class, Set.of(Who.ANONYMOUS, Who.AGENT, Who.SUPERVISOR));

    private static final int LOGIN = RouteTable.LOGIN;
    private static final int SIGNED_OUT = RouteTable.SIGNED_OUT;

    static {
        String forms = "/partenaires/demandes/nouvelle";
        String request = "/partenaires/demandes/{number:\\d{10}}";
        String ofDeposit = forms + "/{offer}/fichiers/{bucket}";
        String ofRequest = request + "/{step:completer|message}/fichiers/{bucket}";

        // open to everyone, and about nobody
        everyone("GET /", 200);
        everyone("GET /error", 404);
        everyone("POST /error", 403, 404);
        // what is open of it has tests of its own
        everyone("GET /actuator/health", 401);
        everyone("GET /actuator/health/**", 200);
        everyone("GET /actuator/prometheus", 401);
        everyone("GET /actuator", 401);
        everyone("GET /partenaires/accessibilite", 200);
        everyone("GET /partenaires/mentions-legales", 200);
        everyone("GET /partenaires/connexion", 200);
        everyone("POST /partenaires/connexion", 200);
        everyone("GET /partenaires/mot-de-passe-oublie", 200);
        everyone("POST /partenaires/mot-de-passe-oublie", 200);
        // the token in the address is the right to it; one that is not known is gone
        everyone("GET /partenaires/mot-de-passe/{token}", 410);
        everyone("POST /partenaires/mot-de-passe/{token}", 410);
        everyone("GET /partenaires/confirmation/{token}", 410);
        everyone("POST /partenaires/confirmation/{token}", 410);
        everyone("GET /partenaires/refus", 403);
        everyone("POST /partenaires/refus", 403);
        everyone("GET /agents/connexion", 200);
        everyone("GET /agents", LOGIN);
        everyone("GET /agents/", LOGIN);
        // a task of the owner's organism: not seen by an agent of another one, nor by any partner
        agents("GET /agents/session", 204);
        // each changes their own password, and nobody else's
        agents("GET /agents/mot-de-passe", 200);
        agents("POST /agents/mot-de-passe", 422);
        agents("GET /agents/dossiers/{task}", 404);
        agents("GET /agents/dossiers/{task}/fichiers/{file}", 404);
        agents("GET /agents/dossiers/{task}/fichiers/{file}/apercu", 404);
        agents("GET /agents/dossiers/{task}/fichiers/{file}/pages", 404);
        agents("GET /agents/dossiers/{task}/fichiers/{file}/pages/{number}", 404);
        agents("POST /agents/dossiers/{task}/notes", 409);
        agents("POST /agents/dossiers/{task}/prise", 409);
        agents("POST /agents/dossiers/{task}/transmission", 409);
        agents("POST /agents/dossiers/{task}/reponse", 409);
        agents("PUT /agents/dossiers/{task}/brouillon", 409);
        agents("POST /agents/dossiers/{task}/fichiers", 409);
        agents("DELETE /agents/dossiers/{task}/fichiers/{file}", 409);
        // process owners alone: the page by signing in, the calls with the password
        String models = "/agents/modeles";
        for (String route : new String[] {"GET " + models, "POST " + models, "GET " + models + "/{rehearsal}"}) {
            agents(route, 403);
        }
        everyone("POST " + models + "/repetitions", SIGNED_OUT);
        everyone("GET " + models + "/repetitions/{rehearsal}", SIGNED_OUT);
        for (String step : new String[] {"/application", "/retour"}) {
            agents("POST " + models + "/{rehearsal}" + step, 403);
            everyone("POST " + models + "/repetitions/{rehearsal}" + step, SIGNED_OUT);
        }

        // the data officer alone
        agents("GET /agents/donnees", 403);
        agents("GET /agents/donnees/personnes", 403);
        agents("POST /agents/donnees/personnes", 403);
        agents("POST /agents/donnees/personnes/recherche", 403);
        agents("GET /agents/donnees/personnes/{number}/fichiers/{file}", 403);

        // what an agent's bar offers: about nobody
        agents("GET /agents/menu", 200);
        // the pages of supervisors: an agent who is none is refused, whatever the organism
        String gestion = "/agents/gestion";
        supervisors("GET " + gestion);
        supervisors("GET " + gestion + "/{section:[a-z][a-z-]+}");
        String canned = gestion + "/{organism}/reponses-types";
        supervisors("GET " + canned);
        supervisors("GET " + canned + "/nouvelle");
        supervisors("POST " + canned + "/nouvelle");
        supervisors("GET " + canned + "/{answer}");
        supervisors("POST " + canned + "/{answer}");
        supervisors("GET " + canned + "/{answer}/supprimer");
        supervisors("POST " + canned + "/{answer}/supprimer");

        String news = gestion + "/{organism}/actualites";
        String structure = gestion + "/{organism}/structures/{structure}";
        for (String form : new String[] {
            news + "/nouvelle",
            news + "/{news}",
            news + "/{news}/retirer",
            gestion + "/{organism}/structures/nouvelle",
            structure + "/conventions/nouvelle",
            structure + "/conventions/{convention}",
            structure + "/gestionnaires/nouveau",
            structure + "/gestionnaires/{manager}/desactiver"
        }) {
            supervisors("GET " + form);
            supervisors("POST " + form);
        }
        supervisors("GET " + news);
        supervisors("GET " + gestion + "/{organism}/annulations");
        supervisors("POST " + gestion + "/{organism}/annulations");
        String envelopes = gestion + "/{organism}/enveloppes";
        supervisors("GET " + envelopes);
        supervisors("GET " + envelopes + "/{couloir:[A-Z0-9]{3}}/{year:\\d{4}}");
        supervisors("POST " + envelopes + "/{couloir:[A-Z0-9]{3}}/{year:\\d{4}}");
        String bulk = gestion + "/{organism}/enregistrements";
        supervisors("GET " + bulk);
        supervisors("POST " + bulk);
        supervisors("GET " + bulk + "/modeles/{kind}");
        supervisors("GET " + bulk + "/{file:\\d{1,18}}");
        supervisors("GET " + bulk + "/{file:\\d{1,18}}/avancement");
        supervisors("GET " + bulk + "/rapports/{report}");
        supervisors("GET " + bulk + "/rapports/{report}/fichier");
        supervisors("GET " + gestion + "/{organism}/structures");
        // one's own team
        supervisors("GET " + gestion + "/absences", 200);
        supervisors("POST " + gestion + "/absences", 422);
        supervisors("POST " + gestion + "/absences/retour", 404);
        supervisors("GET " + structure);
        supervisors("POST " + structure + "/techniciens");
        supervisors("POST " + structure + "/gestionnaires/{manager}/lien");

        // one's own page, whoever is signed in
        members("GET /partenaires", 302);
        members("GET /partenaires/", 302);
        members("GET /partenaires/session", 204);
        members("GET /partenaires/organisme", 200);
        members("POST /partenaires/organisme", 422);
        members("GET /partenaires/accueil", 302);
        members("GET /partenaires/identite", 200);
        members("GET /partenaires/aide", 200);
        members("GET " + forms, 200);
        // the accounts of one's own structure: its manager's alone
        String technicians = "/partenaires/techniciens";
        rule("GET " + technicians, Set.of(Who.MANAGER), 404, 404, 404, 200);
        rule("GET " + technicians + "/nouveau", Set.of(), 404, 404, 404, 200);
        rule("POST " + technicians + "/nouveau", Set.of(), 404, 404, 404, 422);
        // a technician of a structure that nobody here belongs to
        members("GET " + technicians + "/{technician}", 404);
        members("POST " + technicians + "/{technician}", 404);
        members("GET " + technicians + "/{technician}/desactiver", 404);
        members("POST " + technicians + "/{technician}/desactiver", 404);
        members("POST " + technicians + "/{technician}/reactiver", 404);
        members("POST " + technicians + "/{technician}/organismes", 404);
        rule("GET " + forms + "/{offer}", Set.of(), 200, 200, 200, 302);
        rule("GET /partenaires/demandes", Set.of(Who.COLLEAGUE, Who.MANAGER), 200, 200, 200, 200);

        // sent with the owner's key, which another account cannot use; a manager may not act at all
        rule("POST " + forms + "/{offer}", Set.of(), 404, 404, 404, 422);

        // a request of the structure to the organism: read by its members, completed by its technicians
        Set<Who> members = Set.of(Who.COLLEAGUE, Who.MANAGER);
        rule("GET " + request, members, 404, 404, 200, 200);
        rule("GET " + request + "/confirmation", members, 404, 404, 200, 200);
        rule("GET " + request + "/fichiers/{file}", members, 404, 404, 200, 200);
        for (String step : new String[] {"/completer", "/annuler"}) {
            rule("GET " + request + step, members, 404, 404, 200, 302);
            // with the owner's key: not found for a colleague, whose own key would do
            rule("POST " + request + step, members, 404, 404, 404, 302);
        }
        rule("GET " + request + "/message", members, 404, 404, 302, 302);
        rule("POST " + request + "/message", members, 404, 404, 404, 302);

        // files while typing belong to one account; a colleague's upload goes into a bucket of their own
        for (String bucket : new String[] {ofDeposit, ofRequest}) {
            rule("GET " + bucket + "/{file}/apercu", Set.of(), 404, 404, 404, 404);
            rule("GET " + bucket + "/{file}/telechargement", Set.of(), 404, 404, 404, 404);
            rule("DELETE " + bucket + "/{file}", Set.of(), 404, 404, 404, 404);
        }
        rule("POST " + ofDeposit, Set.of(), 422, 422, 422, 404);
        rule("POST " + ofRequest, Set.of(), 404, 404, 422, 404);
    }

    private RouteRules() {}

    private static void everyone(String route, Integer... statuses) {
        TABLE.everyone(route, statuses);
    }

    private static void agents(String route, int agent) {
        TABLE.everyone(route, LOGIN).answers(Who.AGENT, agent).answers(Who.SUPERVISOR, agent);
    }

    private static void supervisors(String route) {
        // without organism in the address they are led to their own
        supervisors(route, route.contains("{organism}") ? 403 : 302);
    }

    private static void supervisors(String route, int supervisor) {
        TABLE.everyone(route, LOGIN).answers(Who.AGENT, 403).answers(Who.SUPERVISOR, supervisor);
    }

    private static void members(String route, int status) {
        rule(route, Set.of(), status, status, status, status);
    }

    private static void rule(String route, Set<Who> mayRead, int stranger, int elsewhere, int colleague, int manager) {
        TABLE.members(route)
                .readBy(mayRead)
                .answers(Who.STRANGER, stranger)
                .answers(Who.ELSEWHERE, elsewhere)
                .answers(Who.COLLEAGUE, colleague)
                .answers(Who.MANAGER, manager);
    }
}
