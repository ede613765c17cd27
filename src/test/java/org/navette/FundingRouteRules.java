package org.navette;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each route of the espace Ségur numérique answers to people who have no business with what its address names:
 * another supplier, and everybody who is none. Whoever adds a route adds it here: {@link EveryFundingRouteTest} fails on
 * a route that is not told.
 */
final class FundingRouteRules {

    /**
     * Answers to one route.
     *
     * @param closed what people are answered who are no suppliers
     * @param stranger what another supplier is answered
     */
    record Rule(int closed, int stranger) {}

    private static final int LOGIN = 302;
    // what a script is told that asks without a session
    private static final int SIGNED_OUT = 401;
    private static final String PREFIX = "/segur";
    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

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
        // the token in the address is the right to it; one that is not known is gone
        for (String page : new String[] {"/mot-de-passe", "/confirmation", "/courriel"}) {
            everyone("GET", page + "/{token}", 410);
            everyone("POST", page + "/{token}", 410);
        }

        // one's own pages
        suppliers("GET", "/session", 204);
        suppliers("GET", "/accueil", 200);
        suppliers("GET", "/compte/courriel", 200);
        suppliers("POST", "/compte/courriel", 422);
        suppliers("POST", "/compte/courriel/annulation", 302);
        suppliers("GET", "/compte/mot-de-passe", 200);
        suppliers("POST", "/compte/mot-de-passe", 422);
    }

    private FundingRouteRules() {}

    /** The rule of {@code "METHOD /pattern"}; null when the table tells none. */
    static Rule of(String route) {
        return RULES.get(route);
    }

    /** The routes that the table tells. */
    static Set<String> told() {
        return new TreeSet<>(RULES.keySet());
    }

    private static void everyone(String method, String path, int status) {
        RULES.put(method + " " + PREFIX + path, new Rule(status, status));
    }

    private static void suppliers(String method, String path, int status) {
        boolean byScript = path.contains("/fichiers/") && !method.equals("GET") || method.equals("PUT");
        RULES.put(method + " " + PREFIX + path, new Rule(byScript ? SIGNED_OUT : LOGIN, status));
    }
}
