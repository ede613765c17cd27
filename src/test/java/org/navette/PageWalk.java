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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Opens pages, and those that they link to, and has each looked at. */
final class PageWalk {

    /** Steps of a form differ, lines of a list do not. */
    private static final int OF_ONE_ROUTE = 12;

    /** Looks at an answer, page or not. */
    interface Look {

        /** What is wrong with it. */
        List<String> at(Browser browser, String route, Browser.Page page);
    }

    /** A page that was shown. */
    record Shown(Browser browser, String path) {}

    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");

    private final Map<String, PathPattern> routes = new LinkedHashMap<>();
    private final Set<String> unshown = new TreeSet<>();
    private final Map<String, List<Shown>> shown = new TreeMap<>();
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Look look;
    private final int ofOneRoute;

    /** Holds pages against the rules of HTML. @param routes {@code "GET /pattern"}; links to others are left alone */
    PageWalk(Collection<String> routes) {
        this(routes, OF_ONE_ROUTE, (browser, route, page) -> isPage(page) ? HtmlRules.errors(page.body()) : List.of());
    }

    /** @param ofOneRoute how many addresses of one route are opened at most */
    PageWalk(Collection<String> routes, int ofOneRoute, Look look) {
        this.look = look;
        this.ofOneRoute = ofOneRoute;
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
            if (route != null && opened.add(path) && times.merge(route, 1, Integer::sum) <= ofOneRoute) {
                waiting.addAll(look(browser, route, path));
            }
        }
    }

    private static boolean isPage(Browser.Page page) {
        return String.valueOf(page.header("Content-Type")).startsWith("text/html");
    }

    /** The links of the page; none of what is no page. */
    private List<String> look(Browser browser, String route, String path) {
        Browser.Page page = browser.get(path);
        look.at(browser, route, page).forEach(error -> wrong.add(route + ": " + error));
        if (!isPage(page)) {
            return List.of();
        }
        if (page.status() == 200) {
            unshown.remove(route);
            shown.computeIfAbsent(route, key -> new ArrayList<>()).add(new Shown(browser, path));
        }
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

    /** What is wrong with them. */
    Set<String> wrong() {
        return wrong;
    }

    /** Every page that was shown, by its route. */
    Map<String, List<Shown>> shown() {
        return shown;
    }

    /** The routes that showed nobody a page. */
    Set<String> unshown() {
        return unshown;
    }
}
