package org.navette;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The routes of the application, as its router has them. */
final class Routes {

    private Routes() {}

    /** "METHOD /pattern" of every handler method of every mapping, with where it is. */
    static Map<String, String> of(ApplicationContext application) {
        Map<String, String> routes = new TreeMap<>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> methods(info).forEach(verb -> info.getPatternValues()
                                .forEach(pattern -> routes.put(verb + " " + pattern, method.toString())))));
        // the trial espace of the tests, and the demonstration, which is not in the production jar
        routes.keySet().removeIf(route -> route.contains(" /essai") || route.contains(" /local/"));
        return routes;
    }

    /** True for a route of the espace Vos démarches administratives. */
    static boolean isOfProcedures(String route) {
        return route.contains(" /demarches");
    }

    /** True for a route of the espace Ségur numérique. */
    static boolean isOfFunding(String route) {
        return route.contains(" /segur");
    }

    /** True for a route of the portal of health professionals. */
    static boolean isOfProviders(String route) {
        return route.contains(" /soins");
    }

    private static Set<String> methods(RequestMappingInfo info) {
        Set<String> verbs = new TreeSet<>();
        info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .forEach(verbs::add);
        return verbs.isEmpty() ? Set.of("GET", "POST") : verbs;
    }
}
