package org.navette;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Opens pages, and those that they link to, and holds each against the rules of HTML. */
final class PageWalk {

    /** Steps of a form differ, lines of a list do not. */
    private static final int OF_ONE_ROUTE = 12;

    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");

    private final Map<String, PathPattern> routes = new LinkedHashMap<>();
    private final Set<String> unshown = new TreeSet<>();
    private final Set<String> wrong = new LinkedHashSet<>();

    /** @param routes the routes to pages, {@code "GET /pattern"}; links to others are left alone */
    PageWalk(Collection<String> routes) {
        routes.forEach(route -> {
            this.routes.put(route, PathPatternParser.defaultInstance.parse(route.split(" ")[1]));
            unshown.add(route);
        });
    }

    /** Opens these pages, and those behind their links. */
    void open(Browser browser, Collection<String> paths) {
        Deque<String> waiting = new ArrayDeque<>(paths);
        Set<String> opened = new HashSet<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            String route = route(path);
            if (route != null && opened.add(path) && times.merge(route, 1, Integer::sum) <= OF_ONE_ROUTE) {
                waiting.addAll(look(browser, route, path));
            }
        }
    }

    /** The links of the page; none of what is no page. */
    private List<String> look(Browser browser, String route, String path) {
        Browser.Page page = browser.get(path);
        String type = page.header("Content-Type");
        if (type == null || !type.startsWith("text/html")) {
            return List.of();
        }
        if (page.status() == 200) {
            unshown.remove(route);
        }
        HtmlRules.errors(page.body()).forEach(error -> wrong.add(route + ": " + error));
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page.body());
        while (link.find()) {
            links.add(HtmlUtils.htmlUnescape(link.group(1)));
        }
        return links;
    }

    /** The route that answers, the one with the most fixed parts; null when none of them does. */
    private @Nullable String route(String path) {
        PathContainer container = PathContainer.parsePath(path.split("\\?")[0]);
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matches(container))
                .min(Map.Entry.comparingByValue(PathPattern.SPECIFICITY_COMPARATOR))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** What pages do against the rules of HTML. */
    Set<String> wrong() {
        return wrong;
    }

    /** The routes that showed nobody a page. */
    Set<String> unshown() {
        return unshown;
    }
}
