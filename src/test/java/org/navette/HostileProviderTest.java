package org.navette;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.navette.providers.Reimbursements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What care establishments and their body type, full of hostile texts, wherever it is shown. */
@NavetteTest
@DisplayName("COMM-02 Hostile texts of care establishments")
class HostileProviderTest {

    private static final String ALL = HostileTexts.ALL;
    private static final String BULK = "/agents/gestion/cnss/enregistrements";
    /** Rows of a list that are on its first page. */
    private static final int ROWS = 9;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    BulkDesk bulk;

    @Autowired
    CnssAgency agency;

    private HostileReading reading;
    private Browser agent;

    @BeforeEach
    void begin() {
        reading = new HostileReading(application);
        agent = browser(agency.agent());
    }

    private Browser browser(String login) {
        Browser browser = new Browser(port);
        browser.signIn("/agents", login, AgencyWorld.PASSWORD);
        return browser;
    }

    @Test
    @DisplayName("COMM-02 every text of a membership and of who treats it is read as it was typed, on paper too")
    void memberships() {
        for (int turn = 0; turn < HostileTexts.packed(120).size(); turn++) {
            CareEstablishment clinic = world.known(turn % 2 == 0 ? Sector.PRIVATE : Sector.PUBLIC);
            Map<String, Object> typed = ProviderWorld.answers(clinic);
            typed.put("name", HostileTexts.packed(120, turn));
            typed.put("address", HostileTexts.packed(160, turn));
            typed.put("city", HostileTexts.packed(60, turn));
            String number = declare(clinic, typed);
            List<String> texts = List.of(
                    typed.get("name").toString(),
                    typed.get("address").toString(),
                    typed.get("city").toString());
            Map<String, String> proof =
                    Map.of("numero", number, "inpe", clinic.inpe(), "email", ProviderWorld.email(clinic));
            follow(proof, List.of());
            paper("formulaire", proof, HostileTexts.printable(texts));
            reading.dossier(agent, agency.task(number).getId(), texts);
            treat(number, turn, clinic, proof, texts);
        }
        reading.end();
    }

    private String declare(CareEstablishment clinic, Map<String, Object> typed) {
        Browser browser = new Browser(port);
        Browser.Page sent = browser.follow(
                FormOverHttp.open(browser, "/soins/adhesion/" + clinic.inpe()).send(typed));
        return sent.text().replaceAll("(?s).*(ADH-\\d{4}-\\d{6}).*", "$1");
    }

    private void follow(Map<String, String> proof, List<String> texts) {
        Browser browser = new Browser(port);
        browser.get("/soins/suivi");
        reading.reads(browser.post("/soins/suivi", proof), texts);
    }

    private void paper(String name, Map<String, String> proof, List<String> texts) {
        Browser browser = new Browser(port);
        browser.get("/soins/suivi");
        reading.prints(name + " of " + proof, browser.download("/soins/suivi/" + name, proof), texts);
    }

    /** Refused at one of the three steps, or approved. */
    private void treat(
            String number, int turn, CareEstablishment clinic, Map<String, String> proof, List<String> texts) {
        Map<String, Object> refusal = Map.of("outcome", "REJECTED", "ground", ALL);
        if (turn % 4 == 0) {
            agency.decide(number, refusal);
        } else {
            Map<String, Object> received = new HashMap<>(world.received(true));
            String office = HostileTexts.packed(80, turn / 2);
            received.put("agency", office);
            agency.decide(number, received);
            // the office stands within sentences, whose lines a program does not read in their order
            paper("accuse-de-reception", proof, HostileTexts.printable(List.of(texts.get(0))));
            reading.dossier(agent, agency.task(number).getId(), List.of(office));
            agency.decide(number, turn % 4 == 1 ? refusal : Map.of("outcome", "ACCEPTED"));
            if (turn % 4 > 1) {
                agency.decide(agency.controller(), number, turn % 4 == 2 ? refusal : Map.of("outcome", "ACCEPTED"));
            }
        }
        // the page tells how far it is; why is in the mail alone
        follow(proof, List.of());
        if (turn % 4 < 3) {
            reading.mailed(ProviderWorld.email(clinic), ALL);
        }
    }

    @Test
    @DisplayName(
            "COMM-02 names of insured persons, invoices and reasons are read as they were typed, in Excel files too")
    void care() {
        List<String> names = Stream.concat(
                        HostileTexts.packed(50).stream(), Stream.of("=xqz+1", "+33+xqz", "-1+xqz", "@SUM(A1)"))
                .toList();
        List<String> numbers = insured(names);
        for (int first = 0; first < names.size(); first += ROWS) {
            CareEstablishment clinic = world.member();
            Browser pec = world.browser(clinic, Profile.PEC, port);
            Browser payments = world.browser(clinic, Profile.PAYMENTS, port);
            int end = Math.min(first + ROWS, names.size());
            for (int i = first; i < end; i++) {
                agreement(clinic, pec, numbers.get(i), names.get(i), i);
                file(clinic, numbers.get(i), names.get(i), HostileTexts.packed(40, i), i);
            }
            List<String> shown = names.subList(first, end);
            for (String list : List.of("/soins/pec/demandes", "/soins/pec/demandes.xlsx")) {
                reading.reads(pec, list, shown);
            }
            for (String list : List.of("/soins/paiements/dossiers", "/soins/paiements/dossiers.xlsx")) {
                reading.reads(
                        payments,
                        list,
                        Stream.concat(shown.stream(), Stream.of(ALL)).toList());
            }
        }
        reading.end();
    }

    /** Registers persons with these names; their numbers. */
    private List<String> insured(List<String> names) {
        List<List<String>> lines = new ArrayList<>();
        List<String> numbers = IntStream.range(0, names.size())
                .mapToObj(i -> "7770%05d".formatted(i))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            lines.add(List.of(
                    numbers.get(i),
                    "",
                    "Assuré",
                    names.get(i),
                    names.get((i + 1) % names.size()),
                    "17/05/1960",
                    "01/01/2020",
                    ""));
        }
        Browser supervisor = browser(agency.supervisor());
        supervisor.get(BULK);
        FormWithFile.send(
                supervisor,
                BULK,
                Map.of("kind", BulkKind.RIGHTS.code()),
                "file",
                "droits.csv",
                "text/csv",
                csv(BulkKind.RIGHTS, lines).getBytes(StandardCharsets.UTF_8));
        bulk.runAll();
        return numbers;
    }

    /** A file as a spreadsheet program writes it. */
    static String csv(BulkKind kind, List<List<String>> lines) {
        StringWriter text = new StringWriter();
        var format = CSVFormat.Builder.create().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(kind.titles());
            printer.printRecords(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void agreement(CareEstablishment clinic, Browser pec, String insured, String name, int turn) {
        pec.get("/soins/pec/droits");
        reading.reads(pec.post("/soins/pec/droits", Map.of("numero", insured)), List.of(name));
        String number = desk.agreement(clinic, insured, "100");
        reading.dossier(agent, agency.task(number).getId(), List.of(name));
        String outcome = List.of("REFUSED", "RETURNED", "PARTLY").get(turn % 3);
        Map<String, Object> answers = new HashMap<>(Map.of("outcome", outcome, "reasons", ALL));
        if (outcome.equals("PARTLY")) {
            answers.put("granted", new BigDecimal("50"));
            answers.put("validUntil", desk.today().plusDays(30).toString());
        }
        agency.decide(number, answers);
        reading.reads(pec, "/soins/pec/demandes/" + number + "/decision", HostileTexts.printable(List.of(name, ALL)));
    }

    private void file(CareEstablishment clinic, String insured, String name, String invoice, int turn) {
        String number = desk.register(new Reimbursements.New(
                clinic.inpe(), insured, "", "", desk.today(), desk.today(), invoice, new BigDecimal("100")));
        reading.dossier(agent, agency.task(number).getId(), List.of(name, invoice));
        agency.decide(
                number,
                turn % ROWS == 0
                        ? Map.of("outcome", "RETURNED", "reasons", ALL)
                        : Map.of(
                                "outcome",
                                "APPROVED",
                                "approved",
                                new BigDecimal("100"),
                                "observation",
                                HostileTexts.packed(300, turn)));
    }
}
