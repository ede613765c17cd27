package org.navette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.accounts.Accounts;
import org.navette.directory.Couloir;
import org.navette.files.StoredFile;
import org.navette.funding.AccountChangeWorld;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.navette.funding.SupportRequests;
import org.navette.funding.SupportWorld;
import org.navette.funding.TemplateWorld;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What suppliers and their agency type, full of hostile texts, wherever it is shown. */
@NavetteTest
@DisplayName("COMM-02 Hostile texts of suppliers")
class HostileFundingTest {

    private static final String ALL = HostileTexts.ALL;
    private static final String FILE = "modele-xqz.pdf";
    private static final List<String> OUTCOMES = List.of("DOCUMENT", "CERTIFICATE", "REJECTED");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    FundingWorld world;

    @Autowired
    FundingTraces traces;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountChangeWorld changes;

    @Autowired
    SupportWorld support;

    @Autowired
    SupportRequests requests;

    @Autowired
    TemplateWorld templates;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    private HostileReading reading;
    private Browser agent;

    @BeforeEach
    void begin() {
        reading = new HostileReading(application);
        agent = new Browser(port);
        agent.signIn("/agents", agency.agent(), AgencyWorld.PASSWORD);
    }

    @Test
    @DisplayName("COMM-02 every text of an enrolment is read as it was typed, up to the account and the papers of it")
    void enrolments() {
        for (int turn = 0; turn < HostileTexts.packed(60).size(); turn++) {
            Map<String, Object> typed = typed(turn);
            List<String> texts = new ArrayList<>(place(typed));
            texts.add(typed.get("holder").toString());
            texts.add(typed.get("domiciliation").toString());
            String number = world.send(typed);
            String email = typed.get("applicantEmail").toString();
            String link = letters.lastTo(email).link();
            reading.reads(new Browser(port), link, texts);
            reading.dossier(agent, agency.task(number).getId(), texts);
            if (turn % 2 == 0) {
                String outcome = OUTCOMES.get(turn / 2 % OUTCOMES.size());
                agency.decide(
                        number, Map.of("outcome", outcome, outcome.equals("REJECTED") ? "ground" : "awaited", ALL));
                reading.reads(new Browser(port), link, List.of(ALL));
                reading.mailed(email, ALL);
            } else {
                agency.decide(number, Map.of("outcome", "VALIDATED", "message", ALL));
                account(number, typed);
            }
        }
        reading.end();
    }

    private Map<String, Object> typed(int turn) {
        Map<String, Object> typed =
                new LinkedHashMap<>(FundingWorld.typed(world.software(Couloir.MDV), Typed.siret(Typed.siren(), 1)));
        // every other one is validated, and comes to have papers
        typed.put("companyName", HostileTexts.packed(120, turn / 2));
        typed.put("address", HostileTexts.packed(100, turn / 2));
        typed.put("addressMore", HostileTexts.packed(100, turn / 2 + 1));
        typed.put("city", HostileTexts.packed(60, turn));
        typed.put("holder", HostileTexts.packed(70, turn));
        typed.put("domiciliation", HostileTexts.packed(120, turn / 2 + 1));
        return typed;
    }

    private static List<String> place(Map<String, Object> typed) {
        return List.of(
                typed.get("companyName").toString(),
                typed.get("address").toString(),
                typed.get("addressMore").toString(),
                typed.get("city").toString().toUpperCase(Locale.ROOT));
    }

    /** The account that was opened, and what it is given as PDF. */
    private void account(String number, Map<String, Object> typed) {
        Supplier supplier = suppliers.bySiret(typed.get("siret").toString()).orElseThrow();
        accounts.setPassword(supplier.account(), FundingWorld.PASSWORD);
        Browser own = world.browser(supplier, port);
        reading.reads(own, "/segur/compte", place(typed));
        reading.reads(
                own,
                "/segur/compte/banque/" + world.activeBank(supplier),
                List.of(
                        typed.get("holder").toString(),
                        typed.get("domiciliation").toString()));
        reading.reads(own, "/segur/enrolements/" + number, List.of(ALL));
        String request = money.validated(new Enrolled(supplier, world.enrolled(supplier, Couloir.MDV)), Couloir.MDV);
        List<StoredFile> papers = traces.files(request);
        for (StoredFile paper : papers) {
            reading.reads(
                    own,
                    "/segur/demandes/" + request + "/fichiers/" + paper.id(),
                    HostileTexts.printable(place(typed)));
        }
        if (papers.isEmpty()) {
            throw new AssertionError("no paper was issued for " + request);
        }
    }

    @Test
    @DisplayName("COMM-02 every text of bank details and of who answers a change of an account is read as it was typed")
    void accounts() {
        for (int turn = 0; turn < HostileTexts.packed(70).size(); turn++) {
            Supplier supplier = world.supplier();
            Map<String, Object> bank =
                    Map.of("holder", HostileTexts.packed(70, turn), "domiciliation", HostileTexts.packed(120, turn));
            String number = changes.sendBank(supplier, bank);
            List<String> texts = bank.values().stream().map(String::valueOf).toList();
            reading.dossier(agent, agency.task(number).getId(), texts);
            Browser own = world.browser(supplier, port);
            UUID pending = jdbc.sql("select id from funding_bank_details where supplier_id = ? and status <> 'ACTIVE'")
                    .param(supplier.id())
                    .query(UUID.class)
                    .single();
            reading.reads(own, "/segur/compte/banque/" + pending, texts);
            agency.decide(number, Map.of("outcome", "REJECTED", "ground", ALL));
            reading.reads(own, "/segur/compte/banque", List.of());
            reading.mailed(supplier.correspondent().email(), ALL);
        }
        Supplier supplier = world.supplier();
        String persons = changes.sendPersons(supplier, AccountChangeWorld.applicant(SupportWorld.email()));
        reading.dossier(agent, agency.task(persons).getId(), List.of());
        agency.decide(persons, Map.of("outcome", "REJECTED", "ground", ALL));
        reading.reads(world.browser(supplier, port), "/segur/compte/personnes", List.of());
        reading.mailed(supplier.correspondent().email(), ALL);
        reading.end();
    }

    @Test
    @DisplayName(
            "COMM-02 every text to the support and its answer are read as they were typed, and no mail repeats one")
    void support() {
        for (int turn = 0; turn < HostileTexts.packed(50).size(); turn++) {
            String email = SupportWorld.email();
            Map<String, Object> answers = new LinkedHashMap<>(SupportWorld.answers(email));
            answers.put("company", HostileTexts.packed(150, turn));
            answers.put("referenceNumber", HostileTexts.packed(50, turn));
            answers.put("description", ALL);
            String number = requests.send(
                    support.unknown(), support.submission(UUID.randomUUID(), answers, List.of()), support.proof());
            reading.dossier(
                    agent,
                    agency.task(number).getId(),
                    List.of(
                            answers.get("company").toString(),
                            answers.get("referenceNumber").toString(),
                            ALL));
            agency.decide(number, Map.of("answer", ALL));
            reading.mailed(email, ALL);
        }
        reading.end();
    }

    @Test
    @DisplayName("COMM-02 what an agent says of a template is read as it was typed")
    void templates() {
        for (String outcome : List.of("ACCEPTED", "REJECTED")) {
            Supplier supplier = templates.supplier(Couloir.HOP);
            Browser own = world.browser(supplier, port);
            UUID file = templates.take(supplier, "MODELE_BDC_HOP", FILE);
            reading.reads(own, "/segur/modeles", List.of(FILE));
            own.post("/segur/modeles/validation", Map.of("fichiers", file.toString()));
            String number = jdbc.sql("select number from request where structure_id = ? and number like 'MOD%'")
                    .param(supplier.id())
                    .query(String.class)
                    .single();
            reading.dossier(agent, agency.task(number).getId(), List.of(FILE));
            agency.decide(number, Map.of("outcome", outcome, outcome.equals("ACCEPTED") ? "comment" : "ground", ALL));
            reading.reads(own, "/segur/modeles", List.of(FILE, ALL));
            reading.mailed(supplier.correspondent().email(), ALL);
        }
        reading.end();
    }
}
