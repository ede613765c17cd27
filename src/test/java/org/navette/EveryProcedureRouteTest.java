package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.navette.ProcedureRouteRules.Rule;
import org.navette.ProcedureRouteRules.Who;
import org.navette.files.SamplePdf;
import org.navette.files.StoredFile;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Details;
import org.navette.procedures.Documents;
import org.navette.procedures.Drafts;
import org.navette.procedures.MemberHelp;
import org.navette.procedures.Office;
import org.navette.procedures.Standing;
import org.navette.requests.Dossiers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Asks every route of the espace of procedures as everybody who has no business there. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("COMM-03 Every route of the procedures")
class EveryProcedureRouteTest extends MemberHelp {

    private static final Set<Who> CLOSED = Set.of(Who.ANONYMOUS, Who.AGENT, Who.PARTNER);

    @Autowired
    ApplicationContext application;

    @Autowired
    PartnerWorld partners;

    @Autowired
    Drafts drafts;

    @Autowired
    Documents documents;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Details details;

    private final Map<String, String> ids = new HashMap<>();
    /** what the owner's company may read, and nobody else */
    private final List<String> companys = new ArrayList<>();
    /** what nobody of those who ask may read */
    private final List<String> nobodys = new ArrayList<>();

    private final Map<Who, Browser> browsers = new EnumMap<>(Who.class);
    private Office owner;

    @BeforeAll
    void people() {
        owner = world.responsible();
        Office reader = world.colleague(owner, Standing.READER);
        Office claimant = world.unverified(world.siret(owner));
        companys.add(owner.company().name());
        ids.put("siret", world.siret(owner));
        ids.put("reader", reader.account().toString());
        ids.put("token", UUID.randomUUID().toString());
        ownersRequest();
        ownersDraft();
        claim(claimant);
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, partners.agentBrowser(partners.agent("471"), port));
        browsers.put(Who.PARTNER, partners.browser(partners.desk("331"), port));
        browsers.put(Who.STRANGER, browser(world.responsible()));
        browsers.put(Who.NEWCOMER, browser(world.newcomer()));
        browsers.put(Who.UNVERIFIED, browser(world.unverified(world.siret(owner))));
        browsers.put(Who.READER, browser(world.colleague(owner, Standing.READER)));
        browsers.put(Who.COLLEAGUE, browser(world.colleague(owner, Standing.RESPONSIBLE)));
    }

    /** One that was answered, with a file. */
    private void ownersRequest() {
        String secret = "secret-" + UUID.randomUUID();
        String number = world.send(owner, "certificate");
        service.claim(service.agent(), number);
        StoredFile received = join(number, secret);
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Le mot " + secret));
        ids.put("number", number);
        ids.put("received", received.id().toString());
        companys.addAll(List.of(number, secret));
    }

    /** With a file in a document, and everybody in its list of legal representatives. */
    private void ownersDraft() {
        String secret = "secret-" + UUID.randomUUID();
        UUID draft = world.draft(owner, "address-change");
        String document = drafts.files(owner, draft).keySet().iterator().next();
        StoredFile file = world.upload(owner, draft, document, secret + ".pdf");
        ids.put("draft", draft.toString());
        ids.put("document", document);
        ids.put("bucket", documents.bucket(owner, draft, document).toString());
        ids.put("file", file.id().toString());
        ids.put(
                "person",
                drafts.find(owner, draft)
                        .orElseThrow()
                        .content()
                        .people("head-office")
                        .get(0)
                        .id()
                        .toString());
        companys.add(secret);
        // the page makes the buckets of all documents when it is opened first
        browser(owner).get("/demarches/brouillons/" + draft + "/documents");
    }

    /** Somebody's demand to be recognised, refused with a file and a text, and another proof that is being typed. */
    private void claim(Office claimant) {
        String secret = "secret-" + UUID.randomUUID();
        String number = asked(claimant);
        service.claim(service.agent(), number);
        ids.put("claimed", join(number, secret).id().toString());
        service.decide(number, Map.of("outcome", "REFUSED", "explanation", "Le mot " + secret));
        Submission typing = proof(claimant);
        ids.put("proof", typing.key().toString());
        ids.put("proofFile", typing.files().get(0).toString());
        // sent already: its key is taken
        demands.ask(claimant, typing);
        Submission open = proof(claimant);
        ids.put("openProof", open.key().toString());
        ids.put("openProofFile", open.files().get(0).toString());
        nobodys.addAll(List.of(number, secret, world.login(claimant)));
    }

    private StoredFile join(String number, String name) {
        return dossiers.add(
                service.agent(),
                UUID.fromString(service.task(number).getId()),
                name + ".pdf",
                new ByteArrayInputStream(SamplePdf.plain()));
    }

    @Test
    @DisplayName("PROC-16 no route shows, changes or breaks anything when it is asked with another company's ids")
    void everyRoute() {
        Map<String, Integer> before = rows();
        List<String> wrong = new ArrayList<>();
        for (var route : routes().entrySet()) {
            Rule rule = ProcedureRouteRules.of(route.getKey());
            if (rule == null) {
                wrong.add(route.getKey() + " (" + route.getValue() + ") is not told in ProcedureRouteRules: say what it"
                        + " answers to somebody who asks with ids that are not theirs");
                continue;
            }
            rule.statuses().forEach((who, status) -> check(route.getKey(), who, status, rule)
                    .forEach(problem -> wrong.add(route.getKey() + " asked by " + who + ": " + problem)));
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(details.of(owner, ids.get("number"))).isPresent();
        assertThat(drafts.files(owner, UUID.fromString(ids.get("draft"))).get(ids.get("document")))
                .hasSizeGreaterThan(1);
    }

    private List<String> check(String route, Who who, int expected, Rule rule) {
        List<String> problems = new ArrayList<>();
        Browser.Page answer = ask(browsers.get(who), route);
        if (answer.status() != expected) {
            problems.add(answer.status() + " " + answer.location() + ", expected " + expected);
        }
        boolean sentAway = answer.status() == 302
                && !Objects.requireNonNull(answer.location()).startsWith("/demarches/connexion");
        if (CLOSED.contains(who) && sentAway) {
            problems.add("sent to " + answer.location() + ", not to the login page");
        }
        List<String> secrets = new ArrayList<>(nobodys);
        if (!rule.mayRead().contains(who)) {
            secrets.addAll(companys);
        }
        secrets.stream()
                .filter(secret -> answer.body().contains(secret))
                .forEach(secret -> problems.add("reads " + secret));
        return problems;
    }

    /** Asks with the owner's ids, and with somebody else's form key in what is sent. */
    private Browser.Page ask(Browser browser, String route) {
        String method = route.split(" ")[0];
        String path = path(route.split(" ")[1]);
        browser.get("/demarches/connexion");
        return switch (method) {
            case "GET" -> browser.get(path);
            case "DELETE" -> browser.delete(path);
            case "PUT" -> browser.put(path, fields());
            case "POST" ->
                path.contains("/fichiers")
                        ? browser.upload(path, "file", "vide.pdf", "application/pdf", new byte[0])
                        : browser.post(path, fields());
            default -> throw new AssertionError("no way to ask with " + method + ": " + route);
        };
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("submission", ids.get("proof"));
        fields.put("files", ids.get("openProofFile"));
        fields.put("answers", "{\"birthDate\":\"1980-02-01\",\"title\":\"MR\",\"lastName\":\"X\"}");
        fields.put("version", "0");
        return fields;
    }

    private String path(String pattern) {
        boolean proof = pattern.contains("/justificatif/");
        boolean claimed = pattern.contains("/compte/responsable/fichiers/");
        boolean received = pattern.contains("/demandes/");
        String file = proof ? "openProofFile" : claimed ? "claimed" : received ? "received" : "file";
        String path = pattern.replace("{number:LPP-\\d{4}-\\d{6}}", ids.get("number"))
                .replace("{file}", ids.get(file))
                .replace("{bucket}", ids.get(proof ? "openProof" : "bucket"))
                .replace("{draft}", ids.get("draft"))
                .replace("{document}", ids.get("document"))
                .replace("{step}", "head-office")
                .replace("{person}", ids.get("person"))
                .replace("{reader}", ids.get("reader"))
                .replace("{token}", ids.get("token"))
                .replace("/annuaire", "/annuaire?siret=" + ids.get("siret"));
        if (path.contains("{")) {
            throw new AssertionError("no id for " + path + ": tell EveryProcedureRouteTest whose to take");
        }
        return path;
    }

    @Test
    @DisplayName("COMM-03 the table of rules tells no route of the procedures that is gone")
    void noStaleRule() {
        Set<String> gone = new TreeSet<>(ProcedureRouteRules.told());
        gone.removeAll(routes().keySet());
        assertThat(gone).isEmpty();
    }

    @Test
    @DisplayName("COMM-03 tasks of the procedures' service are closed to agents of another organism")
    void dossiers() {
        String number = world.send(owner, "certificate");
        for (String one : List.of(number, asked(world.unverified(world.siret(owner))))) {
            String path = "/agents/dossiers/" + service.task(one).getId();
            assertThat(browsers.get(Who.AGENT).get(path).status()).isEqualTo(404);
            assertThat(partners.agentBrowser(service.agent(), port).get(path).status())
                    .isEqualTo(200);
        }
    }

    private Map<String, String> routes() {
        Map<String, String> routes = Routes.of(application);
        routes.keySet().removeIf(route -> !Routes.isOfProcedures(route));
        assertThat(routes).hasSizeGreaterThan(60);
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
                "account",
                "procedure_member",
                "procedure_draft",
                "procedure_document",
                "procedure_request",
                "procedure_responsible",
                "procedure_revision",
                "mail_outbox")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return rows;
    }
}
