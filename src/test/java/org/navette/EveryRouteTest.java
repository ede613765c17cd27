package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.RouteRules.Who;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.funding.PayingAgency;
import org.navette.partners.Answers;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.OfficerWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.CnssAgency;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.FilterChainProxy;

/** Asks the router itself for every route, and asks every route as everybody who has no business there. */
@NavetteTest
@DisplayName("COMM-03 Every route")
class EveryRouteTest extends RouteQuestions<Who> {

    private static final String REVIEW = "partners.case-review";

    @Autowired
    OfficerWorld officers;

    @Autowired
    FilterChainProxy security;

    @Autowired
    PartnerWorld world;

    @Autowired
    FileStore files;

    @Autowired
    PayingAgency agency;

    @Autowired
    CnssAgency fund;

    @Autowired
    BulkDesk bulk;

    private Desk owner;

    EveryRouteTest() {
        super(RouteRules.TABLE, 40);
    }

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
        ids.put("rehearsal", bucket.toString());
        ids.put("step:completer|message", "completer");
        ids.put("typed", upload.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1"));
        ids.put("offer", REVIEW);
        ids.put("task", world.task(answered).getId());
        ids.putAll(SupervisorIds.make(application, owner, name));
        Desk farAway = world.desk("331");
        ids.put("technician", farAway.account().toString());
        ids.put("token", UUID.randomUUID().toString());
        ids.put("number", "DP-2026-000001");
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
        askEveryRoute();
    }

    @Override
    boolean sendsToLogin(String route, Who who) {
        return super.sendsToLogin(route, who) && route.contains(" /partenaires");
    }

    @Override
    String loginPage(String path) {
        return path.startsWith("/agents") ? "/agents/connexion" : "/partenaires/connexion";
    }

    /** Agents' pages send JSON. */
    @Override
    Browser.Page ask(Browser browser, String method, String path) {
        boolean json = method.equals("PUT") || path.matches(".*/(reponse|notes|transmission)");
        return json ? browser.json(method, path, "{\"answer\":\"x\"}") : super.ask(browser, method, path);
    }

    /** The owner's form key is in what is sent. */
    @Override
    Map<String, String> fields() {
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

    @Override
    String path(String pattern) {
        boolean received = pattern.endsWith("}/fichiers/{file}") && !pattern.contains("{bucket}");
        boolean answered = received || pattern.endsWith("/message");
        return super.path(pattern.replace("{number:\\d{10}}", ids.get(answered ? "answered" : "fresh"))
                .replace("{file}", ids.get(received ? "received" : "typed"))
                .replace("/pages/{number}", "/pages/1")
                .replace("{couloir:[A-Z0-9]{3}}/{year:\\d{4}}", "HOP/2026")
                // of an organism that has none
                .replace("{file:\\d{1,18}}", "1")
                .replace("{report}", ids.get("bucket"))
                .replace("{kind}", "prises-en-charge")
                .replace("/**", "/liveness"));
    }

    @Test
    @DisplayName("COMM-03 behind every security chain, what no route answers is closed to strangers")
    void everyChain() {
        // partners, procedures, funding, providers, the trial espace of the tests, agents, Modeler's calls, operators,
        // and the
        // public door
        assertThat(security.getFilterChains())
                .as("a chain more: add a path behind it here")
                .hasSize(9);
        Map<String, Integer> closed = new LinkedHashMap<>(Map.of(
                "/camunda/api/engine/engine/default/user", 401,
                "/engine-rest/user", 401,
                "/nulle-part", 403,
                "/actuator/env", 401));
        for (String prefix : List.of("partenaires", "demarches", "segur", "soins", "essai", "agents", "camunda")) {
            closed.put("/" + prefix + "/nulle-part", 302);
        }
        closed.forEach((path, status) ->
                assertThat(new Browser(port).get(path).status()).as(path).isEqualTo(status));
    }

    @Override
    Map<Browser, List<String>> owners() {
        String technician = "/partenaires/techniciens/"
                + world.member(owner.structure(), Member.Role.TECHNICIAN).id();
        String gestion = "/agents/gestion/";
        Map<Browser, List<String>> owners = new LinkedHashMap<>();
        owners.put(new Browser(port), List.of());
        owners.put(world.browser(owner, port), List.of());
        owners.put(browsers.get(Who.MANAGER), List.of(technician, technician + "/desactiver"));
        owners.put(world.agentBrowser(world.agent("331"), port), List.of());
        owners.put(world.agentBrowser(world.supervisorOf("331").login(), port), List.of());
        owners.put(
                world.agentBrowser(agency.supervisor(), port),
                List.of(gestion + "asp/annulations", gestion + "asp/enveloppes"));
        owners.put(
                world.agentBrowser(fund.supervisor(), port),
                bulk.pages().stream()
                        .map(page -> gestion + "cnss/enregistrements" + page)
                        .toList());
        owners.put(processOwner(), List.of("/agents/modeles"));
        owners.put(officers.browser(port), List.of("/agents/donnees", "/agents/donnees/personnes"));
        return owners;
    }

    /** Rehearses a package, and looks at its report. */
    private Browser processOwner() {
        Rehearser rehearser = new Rehearser(application, port);
        rehearser.rehearse(Map.of("partner-request.bpmn", Modeler.shipped("processes/partners/partner-request.bpmn")));
        Browser browser = new Browser(port);
        browser.signIn("/agents", Rehearser.LOGIN, Rehearser.PASSWORD);
        return browser;
    }

    @Override
    Map<String, Object> right() {
        Map<String, Object> right = new LinkedHashMap<>(world.answers(REVIEW));
        right.put("from", "2097-01-01");
        right.put("to", "2097-01-02");
        right.put("technicianLimit", "5");
        right.put("email", "p" + UUID.randomUUID() + "@world.example");
        return right;
    }

    @Override
    Set<String> answers() {
        return Set.of("UserTask_Answer");
    }

    @Override
    Set<String> keeps() {
        String gestion = "GET /agents/gestion/{organism}";
        return Set.of(
                "partners.contact comment",
                "partners.case-review lastName",
                gestion + "/actualites/nouvelle [body, title] title",
                gestion + "/actualites/nouvelle [body, title] body",
                gestion + "/reponses-types/nouvelle [body, title] body");
    }

    @Override
    boolean mayStayUnseen(String route) {
        // not made here: a rehearsal's report, an answer that may be asked about
        return route.endsWith("/modeles/{rehearsal}")
                || route.endsWith("/accueil")
                || route.endsWith("}/message")
                || route.contains("{token}")
                || route.contains("/actuator")
                || route.contains("/repetitions/")
                || route.matches(
                        "GET (/error|/agents/?|/partenaires/?|/agents/menu|/agents/gestion|/agents/gestion/\\{section.*)")
                || route.matches(
                        ".*(/session|/apercu|/telechargement|/refus|/fichiers/\\{file}|/modeles/\\{kind}|/pages/\\{number}|/pages|/fichier)");
    }

    /** Those of other espaces are asked by the tests of their own tables. */
    @Override
    boolean asks(String route) {
        return !Routes.isOfProcedures(route) && !Routes.isOfFunding(route) && !Routes.isOfProviders(route);
    }

    @Override
    List<String> tables() {
        return List.of(
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
                "partner_member_organism",
                "provider_import",
                "provider_import_report");
    }
}
