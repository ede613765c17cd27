package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks routes with somebody's ids as everybody who has no business with them, and holds the answers against a table of
 * rules. The test of each espace keeps its table, its ids and its people.
 *
 * @param <W> who asks
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RouteQuestions<W extends Enum<W>> {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    /** what stands in addresses, by the part in braces that it replaces */
    final Map<String, String> ids = new HashMap<>();
    /** what nobody finds in an answer but those who may read the owner's data there */
    final List<String> secrets = new ArrayList<>();
    /** what nobody finds in any answer */
    final List<String> nobodys = new ArrayList<>();

    final Map<W, Browser> browsers = new LinkedHashMap<>();

    private final RouteTable<W> rules;
    private final int fewest;

    /** @param fewest the routes that there are at least, so that the test sees when it asks none */
    RouteQuestions(RouteTable<W> rules, int fewest) {
        this.rules = rules;
        this.fewest = fewest;
    }

    /** True for the routes that are asked here. */
    abstract boolean asks(String route);

    /** The tables that have as many rows after all questions as before. */
    abstract List<String> tables();

    /** The page where who is not signed in is sent from a path. */
    abstract String loginPage(String path);

    /** True when the route sends this person nowhere but to the login page. */
    boolean sendsToLogin(String route, W who) {
        return rules.outsiders().contains(who);
    }

    /** Those who may open what the addresses name, each with more pages of theirs. */
    abstract Map<Browser, List<String>> owners();

    /** True for the routes that need show no page here: files, data, redirects, what only a mail's link opens, and pages that
     * these addresses do not lead to. */
    abstract boolean mayStayUnseen(String route);

    /** What is sent in a form. */
    Map<String, String> fields() {
        return Map.of();
    }

    /** Asks every route, and finds that nothing was shown, changed or broken. */
    final void askEveryRoute() {
        Map<String, Integer> before = rows();
        List<String> wrong = new ArrayList<>();
        for (var route : routes().entrySet()) {
            var rule = rules.of(route.getKey());
            if (rule == null) {
                wrong.add(route.getKey() + " (" + route.getValue() + ") is not told in " + rules.name()
                        + ": say what it answers to somebody who asks with ids that are not theirs");
                continue;
            }
            rule.statuses().keySet().forEach(who -> check(route.getKey(), who, rule)
                    .forEach(problem -> wrong.add(route.getKey() + " asked by " + who + ": " + problem)));
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    private List<String> check(String route, W who, RouteTable.Rule<W> rule) {
        List<String> problems = new ArrayList<>();
        String method = route.split(" ")[0];
        String path = path(route.split(" ")[1]);
        Browser browser = browsers.get(who);
        // for the token that is sent with a form
        browser.get(loginPage(path));
        Browser.Page answer = ask(browser, method, path);
        Set<Integer> right = rule.statuses().get(who);
        if (!right.contains(answer.status())) {
            problems.add(answer.status() + " " + answer.location() + ", expected " + right);
        }
        if (answer.status() == 302
                && sendsToLogin(route, who)
                && !Objects.requireNonNull(answer.location()).startsWith(loginPage(path))) {
            problems.add("sent to " + answer.location() + ", not to the login page");
        }
        if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
            problems.addAll(HtmlRules.errors(answer.body()));
        }
        List<String> hidden = new ArrayList<>(nobodys);
        if (!rule.mayRead().contains(who)) {
            hidden.addAll(secrets);
        }
        hidden.stream()
                .filter(secret -> answer.body().contains(secret))
                .forEach(secret -> problems.add("reads " + secret));
        return problems;
    }

    /** Asks as the pages do. */
    Browser.Page ask(Browser browser, String method, String path) {
        return switch (method) {
            case "GET" -> browser.get(path);
            case "DELETE" -> browser.delete(path);
            case "PUT" -> browser.put(path, fields());
            case "POST" ->
                path.contains("/fichiers")
                        ? browser.upload(path, "file", "vide.pdf", "application/pdf", new byte[0])
                        : browser.post(path, fields());
            default -> throw new AssertionError("no way to ask with " + method + ": " + path);
        };
    }

    /** The address of a route, with ids in place of its parts. */
    String path(String pattern) {
        String path = pattern;
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        if (path.contains("{")) {
            throw new AssertionError(
                    "no id for " + path + ": tell " + getClass().getSimpleName() + " whose to take");
        }
        return path;
    }

    @Test
    @DisplayName("COMM-03 the table of rules tells no route that is gone")
    void noStaleRule() {
        Set<String> gone = new TreeSet<>(rules.told());
        gone.removeAll(routes().keySet());
        assertThat(gone).isEmpty();
    }

    @Test
    @DisplayName(
            "COMM-17 COMM-21 every page keeps the rules of HTML, as they read it who may open it, and its number of"
                    + " statements")
    void everyPage() {
        List<String> pages = routes().keySet().stream()
                .filter(route -> route.startsWith("GET "))
                .toList();
        PageWalk walk = new PageWalk(pages);
        owners().forEach((owner, more) -> walk.open(
                owner,
                Stream.concat(more.stream(), pages.stream().map(route -> path(route.split(" ")[1])))
                        .toList()));
        assertThat(walk.wrong()).isEmpty();
        assertThat(walk.unshown())
                .as("routes without a page that was looked at")
                // what other tests have left may show more of them
                .isSubsetOf(pages.stream().filter(this::mayStayUnseen).toList());
        assertThat(FrozenStatements.of(getClass()).broken(walk.shown())).isEmpty();
    }

    /** Values for fields that take no text as it comes, by name. */
    Map<String, Object> right() {
        return Map.of();
    }

    /** Fields that keep hostile texts, after the name of their form: they show that {@link #everyText} types something. */
    Set<String> keeps() {
        return Set.of();
    }

    /** Tasks that agents end with hostile texts in their forms. */
    Set<String> answers() {
        return Set.of();
    }

    /** A browser of an agent of an organism. */
    Browser agentOf(String organism) {
        AgencyWorld agency = application.getBeansOfType(AgencyWorld.class).values().stream()
                .filter(one -> one.organism().equals(organism))
                .findFirst()
                .orElse(null);
        PartnerWorld world = application.getBean(PartnerWorld.class);
        return world.agentBrowser(agency == null ? world.agent(organism) : agency.agent(), port);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName(
            "COMM-02 COMM-21 every text of every page is refused, or comes out as the text it is wherever it is read; what is"
                    + " sent costs its number of statements")
    void everyText() {
        new HostileRound(this).run();
    }

    /** The addresses of pages and files, {@code "GET /pattern"}. */
    final List<String> toRead() {
        return routes().keySet().stream()
                .filter(route -> route.startsWith("GET "))
                .toList();
    }

    private Map<String, String> routes() {
        Map<String, String> routes = Routes.of(application);
        routes.keySet().removeIf(route -> !asks(route));
        assertThat(routes).hasSizeGreaterThan(fewest);
        return routes;
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : tables()) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return rows;
    }
}
