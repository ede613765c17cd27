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
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.navette.FundingRouteRules.Rule;
import org.navette.files.StoredFile;
import org.navette.funding.FundingWorld;
import org.navette.funding.Supplier;
import org.navette.funding.SupportWorld;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ProcedureWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks every route of the espace Ségur numérique as everybody who has no business there. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("COMM-03 Every route of the Ségur")
class EveryFundingRouteTest {

    private static final String STRANGER = "another supplier";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    FundingWorld world;

    @Autowired
    SupportWorld support;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> ids = new HashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    @BeforeAll
    void people() {
        Supplier owner = world.supplier();
        ids.put("example", "avance-hop.json");
        String number = world.enrol(owner);
        UUID bucket = UUID.randomUUID();
        StoredFile waiting = support.upload(owner, bucket);
        ids.put("id", world.activeBank(owner).toString());
        ids.put("token", UUID.randomUUID().toString());
        ids.put("draft", UUID.randomUUID().toString());
        ids.put("document", "RIB");
        ids.put("bucket", bucket.toString());
        ids.put("file", waiting.id().toString());
        ids.put("number:ENR\\d{4,10}", number);
        secrets.addAll(List.of(owner.uid(), owner.siret(), number));
        browsers.put("nobody", new Browser(port));
        browsers.put("an agent", partners.agentBrowser(partners.agent("471"), port));
        browsers.put("a partner", partners.browser(partners.desk("331"), port));
        browsers.put("a professional", procedures.browser(procedures.responsible(), port));
        browsers.put(STRANGER, world.browser(world.supplier(), port));
    }

    @Test
    @DisplayName("FUND-19 no route shows, changes or breaks anything when it is asked with another supplier's ids")
    void everyRoute() {
        Map<String, Integer> before = rows();
        List<String> wrong = new ArrayList<>();
        for (var route : routes().entrySet()) {
            Rule rule = FundingRouteRules.of(route.getKey());
            if (rule == null) {
                wrong.add(route.getKey() + " (" + route.getValue() + ") is not told in FundingRouteRules: say what it"
                        + " answers to somebody who asks with ids that are not theirs");
                continue;
            }
            browsers.forEach((who, browser) -> check(route.getKey(), who, browser, rule)
                    .forEach(problem -> wrong.add(route.getKey() + " asked by " + who + ": " + problem)));
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    private List<String> check(String route, String who, Browser browser, Rule rule) {
        List<String> problems = new ArrayList<>();
        int expected = who.equals(STRANGER) ? rule.stranger() : rule.closed();
        Browser.Page answer = ask(browser, route);
        if (answer.status() != expected) {
            problems.add(answer.status() + " " + answer.location() + ", expected " + expected);
        }
        boolean sentAway = answer.status() == 302
                && !Objects.requireNonNull(answer.location()).startsWith("/segur/connexion");
        if (!who.equals(STRANGER) && sentAway) {
            problems.add("sent to " + answer.location() + ", not to the login page");
        }
        secrets.stream()
                .filter(secret -> answer.body().contains(secret))
                .forEach(secret -> problems.add("reads " + secret));
        return problems;
    }

    private Browser.Page ask(Browser browser, String route) {
        String method = route.split(" ")[0];
        String path = path(route.split(" ")[1]);
        browser.get("/segur/connexion");
        return switch (method) {
            case "GET" -> browser.get(path);
            case "DELETE" -> browser.delete(path);
            case "POST" ->
                path.contains("/fichiers")
                        ? browser.upload(path, "file", "vide.pdf", "application/pdf", new byte[0])
                        : browser.post(path, Map.of());
            default -> throw new AssertionError("no way to ask with " + method + ": " + route);
        };
    }

    private String path(String pattern) {
        String path = pattern;
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        if (path.contains("{")) {
            throw new AssertionError("no id for " + path + ": tell EveryFundingRouteTest whose to take");
        }
        return path;
    }

    @Test
    @DisplayName("COMM-03 the table of rules tells no route of the Ségur that is gone")
    void noStaleRule() {
        Set<String> gone = new TreeSet<>(FundingRouteRules.told());
        gone.removeAll(routes().keySet());
        assertThat(gone).isEmpty();
    }

    private Map<String, String> routes() {
        Map<String, String> routes = Routes.of(application);
        routes.keySet().removeIf(route -> !Routes.isOfFunding(route));
        return routes;
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "request",
                "request_submission",
                "stored_file",
                "account",
                "funding_supplier",
                "funding_enrolment",
                "funding_bank_details",
                "funding_account_change")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return rows;
    }
}
