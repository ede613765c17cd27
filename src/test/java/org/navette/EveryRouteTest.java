package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.navette.RouteRules.Who;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.partners.Answers;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;

/** Asks the router itself for every route, and asks every route as everybody who has no business there. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("COMM-03 Every route")
class EveryRouteTest {

    private static final String REVIEW = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    FilterChainProxy security;

    @Autowired
    PartnerWorld world;

    @Autowired
    FileStore files;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> ids = new HashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final Map<Who, Browser> browsers = new EnumMap<>(Who.class);
    private Desk owner;

    @BeforeAll
    void people() {
        owner = world.desk("331");
        world.convention(owner.structure(), "471", -100, 200);
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, world.agentBrowser(world.agent("471"), port));
        browsers.put(
                Who.SUPERVISOR, world.agentBrowser(world.supervisorOf("471").login(), port));
        browsers.put(Who.STRANGER, world.browser(world.desk("331"), port));
        Desk elsewhere = world.desk(world.member(owner.structure(), Member.Role.TECHNICIAN), "471");
        browsers.put(Who.ELSEWHERE, world.browser(elsewhere, port));
        browsers.put(Who.COLLEAGUE, world.browser(world.colleague(owner, Member.Role.TECHNICIAN), port));
        browsers.put(Who.MANAGER, world.browser(world.colleague(owner, Member.Role.MANAGER), port));
        ownersRequests();
    }

    /** A new request, an answered one with a file, and a form that the owner is typing with a file in it. */
    private void ownersRequests() {
        String fresh = world.deposit(owner, REVIEW);
        String answered = world.deposit(owner, REVIEW);
        world.take(answered);
        String name = "secret-" + UUID.randomUUID();
        UUID received = files.upload(
                        UUID.fromString(world.task(answered).getId()),
                        Answers.OWNER,
                        files.rules("partners.answer", "331"),
                        0,
                        name + ".pdf",
                        new ByteArrayInputStream(SamplePdf.plain()))
                .id();
        world.answer(answered, "La réponse " + name);
        world.ask(owner, answered, "La question " + name);
        Browser browser = world.browser(owner, port);
        browser.get("/partenaires/demandes/nouvelle/" + REVIEW);
        UUID bucket = UUID.randomUUID();
        String upload = browser.upload(
                        "/partenaires/demandes/nouvelle/" + REVIEW + "/fichiers/" + bucket,
                        "file",
                        name + ".pdf",
                        "application/pdf",
                        SamplePdf.plain())
                .body();
        ids.put("fresh", fresh);
        ids.put("answered", answered);
        ids.put("received", received.toString());
        ids.put("bucket", bucket.toString());
        ids.put("typed", upload.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1"));
        ids.put("offer", REVIEW);
        ids.put("task", world.task(answered).getId());
        ids.putAll(SupervisorIds.make(application, owner, name));
        Desk farAway = world.desk("331");
        ids.put("technician", farAway.account().toString());
        ids.put("token", UUID.randomUUID().toString());
        secrets.addAll(List.of(fresh, answered, name, "TUTU", "Commentaire d'essai", world.login(farAway)));
        // the owner's form has been sent once, so that its key is taken
        jdbc.sql("insert into request_submission (key, act, account_id, request_id, at)"
                        + " select ?, ?, ?, id, now() from request where number = ?")
                .params(bucket, Requests.DEPOSIT, owner.account(), fresh)
                .update();
    }

    @Test
    @DisplayName("PART-22 no route shows, changes or breaks anything when it is asked with somebody else's ids")
    void everyRoute() {
        Map<String, Integer> before = rows();
        List<String> wrong = new ArrayList<>();
        for (var route : routes().entrySet()) {
            RouteRules.Rule rule = RouteRules.of(route.getKey());
            if (rule == null) {
                wrong.add(route.getKey() + " (" + route.getValue() + ") is not told in RouteRules: say what it answers"
                        + " to somebody who asks with ids that are not theirs");
                continue;
            }
            for (Who who : Who.values()) {
                check(route.getKey(), who, rule).forEach(problem -> wrong.add(route.getKey() + " asked by " + problem));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    private List<String> check(String route, Who who, RouteRules.Rule rule) {
        List<String> problems = new ArrayList<>();
        Browser browser = browsers.get(who);
        Browser.Page answer = ask(browser, route);
        if (!rule.statuses().get(who).contains(answer.status())) {
            problems.add(who + ": " + answer.status() + " " + answer.location() + ", expected "
                    + rule.statuses().get(who));
        }
        boolean closed = who == Who.ANONYMOUS || who == Who.AGENT || who == Who.SUPERVISOR;
        if (closed
                && route.contains(" /partenaires")
                && answer.status() == 302
                && !answer.location().startsWith("/partenaires/connexion")) {
            problems.add(who + ": sent to " + answer.location() + ", not to the login page");
        }
        if (!rule.mayRead().contains(who)) {
            secrets.stream()
                    .filter(secret -> answer.body().contains(secret))
                    .forEach(secret -> problems.add(who + ": reads " + secret));
        }
        return problems;
    }

    /** Asks with the owner's ids, and with the owner's form key in what is sent. */
    private Browser.Page ask(Browser browser, String route) {
        String method = route.split(" ")[0];
        String path = path(route.split(" ")[1]);
        browser.get(path.startsWith("/agents") ? "/agents/connexion" : "/partenaires/connexion");
        return switch (method) {
            case "GET" -> browser.get(path);
            case "DELETE" -> browser.delete(path);
            case "PUT" -> browser.json(method, path, "{\"answer\":\"x\"}");
            case "POST" ->
                path.endsWith("/reponse") || path.endsWith("/notes") || path.endsWith("/transmission")
                        ? browser.json(method, path, "{\"answer\":\"x\"}")
                        : path.contains("/fichiers")
                                ? browser.upload(path, "file", "vide.pdf", "application/pdf", new byte[0])
                                : browser.post(path, fields());
            default -> throw new AssertionError("no way to ask with " + method + ": " + route);
        };
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("submission", ids.get("bucket"));
        fields.put("files", ids.get("typed"));
        fields.put(
                "answers",
                "{\"reason\":\"ame\",\"comment\":\"x\",\"message\":\"x\",\"cancellationReason\":\"duplicate\",\"confirmed\":true}");
        fields.put("organism", "401");
        fields.put("acknowledged", "true");
        return fields;
    }

    private String path(String pattern) {
        boolean received = pattern.endsWith("}/fichiers/{file}") && !pattern.contains("{bucket}");
        boolean answered = received || pattern.endsWith("/message");
        String path = SupervisorIds.in(pattern, ids)
                .replace("{number:\\d{10}}", ids.get(answered ? "answered" : "fresh"))
                .replace("{file}", ids.get(received ? "received" : "typed"))
                .replace("{step:completer|message}", "completer")
                .replace("{technician}", ids.get("technician"))
                .replace("{task}", ids.get("task"))
                .replace("{bucket}", ids.get("bucket"))
                .replace("{offer}", ids.get("offer"))
                .replace("/pages/{number}", "/pages/1")
                .replace("{rehearsal}", ids.get("bucket"))
                .replace("{token}", ids.get("token"))
                .replace("/**", "/liveness");
        if (path.contains("{")) {
            throw new AssertionError("no id for " + path + ": tell EveryRouteTest whose to take");
        }
        return path;
    }

    @Test
    @DisplayName("COMM-03 the table of rules tells no route that is gone")
    void noStaleRule() {
        Set<String> gone = new TreeSet<>(RouteRules.told());
        gone.removeAll(routes().keySet());
        assertThat(gone).isEmpty();
    }

    @Test
    @DisplayName("COMM-03 behind every security chain, what no route answers is closed to strangers")
    void everyChain() {
        // partners, procedures, funding, the trial espace of the tests, agents, Modeler's calls, operators, and the
        // public door
        assertThat(security.getFilterChains())
                .as("a chain more: add a path behind it here")
                .hasSize(8);
        Map<String, Integer> closed = Map.of(
                "/partenaires/nulle-part", 302,
                "/demarches/nulle-part", 302,
                "/segur/nulle-part", 302,
                "/essai/nulle-part", 302,
                "/agents/nulle-part", 302,
                "/camunda/nulle-part", 302,
                "/camunda/api/engine/engine/default/user", 401,
                "/engine-rest/user", 401,
                "/nulle-part", 403,
                "/actuator/env", 401);
        closed.forEach((path, status) ->
                assertThat(new Browser(port).get(path).status()).as(path).isEqualTo(status));
    }

    /** Those of other espaces are asked by {@link EveryProcedureRouteTest} and {@link EveryFundingRouteTest}. */
    private Map<String, String> routes() {
        Map<String, String> routes = Routes.of(application);
        routes.keySet().removeIf(route -> Routes.isOfProcedures(route) || Routes.isOfFunding(route));
        assertThat(routes).hasSizeGreaterThan(40);
        return routes;
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "request",
                "request_timeline",
                "request_message",
                "request_submission",
                "stored_file",
                "partner_request",
                "canned_answer",
                "news",
                "structure",
                "convention",
                "supervision_journal",
                "account",
                "partner_member",
                "partner_member_organism")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return rows;
    }
}
