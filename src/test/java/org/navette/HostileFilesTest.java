package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.Imports.Outcome;
import org.navette.funding.ModificationWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.navette.funding.process.FundingProcess;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CnssAgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Files of many requests, full of hostile texts, taken and refused. */
@NavetteTest
@DisplayName("COMM-02 Hostile texts in files of many requests")
class HostileFilesTest {

    private static final String ALL = HostileTexts.ALL;
    private static final String NEW = "/segur/imports/nouveau";
    private static final String BULK = "/agents/gestion/cnss/enregistrements";
    private static final String NAME = "'; {{7*191}} <xqz-live> =1+1 & #{7*191} %s";
    private static final Pattern START = Pattern.compile("action=\"/segur/imports/(\\d+)/lancement\"");

    /** Names that no reader may see as they are. */
    private static final List<String> DECEIVING = Stream.concat(
                    HostileTexts.DECEIVING.stream().filter(name -> !name.contains("\0")),
                    Stream.of("x".repeat(200), "xqz\u2028xqz", "=1+1", "\t=1+1"))
            .toList();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    PayingAgency agency;

    @Autowired
    CnssAgency fund;

    @Autowired
    BulkDesk bulk;

    private HostileReading reading;

    @BeforeEach
    void begin() {
        reading = new HostileReading(application);
    }

    private Browser agent(String login) {
        Browser browser = new Browser(port);
        browser.signIn("/agents", login, AgencyWorld.PASSWORD);
        return browser;
    }

    private static Browser.Page simulate(Browser browser, Enrolled enrolled, String name, byte[] file) {
        browser.get(NEW);
        return FormWithFile.send(
                browser,
                NEW,
                Map.of("type", "AVANCE", "ansNumber", enrolled.software(), "vatRate", "20"),
                "file",
                name,
                "application/json",
                file);
    }

    private static String json(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static SampleFile hostile(Enrolled enrolled) {
        List<String> texts = HostileTexts.CURIOUS;
        SampleFile file =
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV).times(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String beneficiary = "/demandes/" + i + "/beneficiaires/0/";
            file.with(beneficiary + "nom", json(texts.get(i))).with(beneficiary + "raisonSociale", json(company(i)));
        }
        return file;
    }

    /** Another text than the name's. */
    private static String company(int i) {
        List<String> texts = HostileTexts.CURIOUS;
        return texts.get((i + 7) % texts.size());
    }

    @Test
    @DisplayName(
            "FUND-08 COMM-02 what a taken file says is read as it was typed on pages, in exports, dossiers and mails")
    void taken() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        Browser own = world.browser(enrolled.supplier(), port);
        Matcher start = START.matcher(
                reading.reads(simulate(own, enrolled, NAME, hostile(enrolled).bytes()), List.of(NAME))
                        .body());
        assertThat(start.find()).as("an import is offered").isTrue();
        long id = Long.parseLong(start.group(1));
        own.post("/segur/imports/" + id + "/lancement", Map.of());
        files.run(id);
        reading.reads(own, "/segur/imports/" + id, List.of(NAME));
        reading.reads(own, "/segur/imports/" + id + "/fichier", List.of());
        reading.reads(own, "/segur/imports", List.of(NAME));
        List<String> numbers =
                files.outcomes(enrolled, id).stream().map(Outcome::number).toList();
        assertThat(numbers).hasSameSizeAs(HostileTexts.CURIOUS).doesNotContainNull();
        Browser agent = agent(agency.agent());
        for (int i = 0; i < numbers.size(); i++) {
            request(own, agent, numbers.get(i), i);
        }
        reading.reads(own, "/segur/exports/demandes.csv", List.of());
        reading.reads(own, "/segur/exports/beneficiaires.csv?couloir=MDV", HostileTexts.CURIOUS);
        reading.reads(own, "/segur/demandes", List.of());
        reading.mailed(enrolled.supplier().correspondent().email(), ALL);
        reading.end();
    }

    private void request(Browser own, Browser agent, String number, int i) {
        String page = "/segur/demandes/" + number;
        List<String> texts = List.of(HostileTexts.CURIOUS.get(i), company(i));
        reading.reads(own, page, texts);
        files.tell(number, FundingProcess.COMPLETED);
        reading.dossier(agent, agency.task(number).getId(), texts);
        switch (i % 4) {
            case 0 -> agency.decide(number, Map.of("outcome", "REJECTED", "ground", ALL));
            case 1 -> agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", ALL));
            case 2 -> {
                List<String> fields = List.of(Field.BENEFICIARIES.name());
                agency.decide(number, Map.of("outcome", "CHANGES", "fields", fields, "awaited", ALL));
                reading.reads(own, ModificationWorld.path(number), texts);
            }
            default -> {
                cancel(number);
                reading.reads(own, page + "/historique", List.of());
            }
        }
        reading.reads(own, page, List.of(ALL));
    }

    private void cancel(String number) {
        Browser supervisor = agent(agency.supervisor());
        String cancellations = "/agents/gestion/asp/annulations";
        supervisor.get(cancellations);
        Browser.Page done = supervisor.post(cancellations, Map.of("number", number, "cause", "DEMAND", "ground", ALL));
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        reading.reads(supervisor, cancellations, List.of());
    }

    @Test
    @DisplayName(
            "FUND-10 COMM-02 what a refused JSON file says and is called stands in its report as text that deceives nobody")
    void refusedJson() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        Browser own = world.browser(enrolled.supplier(), port);
        for (String text : HostileTexts.CURIOUS) {
            byte[] file = ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                    .times(1)
                    .with("/demandes/0/numeroEditeur", json(text))
                    .with("/demandes/0/beneficiaires/0/email", json(text))
                    .with("/demandes/0/" + text.replace("~", "~0").replace("/", "~1"), json(text))
                    .bytes();
            Browser.Page report = reading.reads(simulate(own, enrolled, "x.json", file), List.of());
            assertThat(START.matcher(report.body()).find()).as(text).isFalse();
            assertThat(HarmlessPages.plain(report.text())).contains("« " + HarmlessPages.plain(text));
        }
        DECEIVING.forEach(this::called);
        reading.end();
    }

    /** A file may be called so, but nothing in it. */
    private void called(String text) {
        // each beneficiary is taken once of a supplier
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        Browser own = world.browser(enrolled.supplier(), port);
        SampleFile file =
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV).times(1);
        Matcher start = START.matcher(reading.reads(simulate(own, enrolled, text + ".json", file.bytes()), List.of())
                .body());
        assertThat(start.find()).as("an import is offered").isTrue();
        own.post("/segur/imports/" + start.group(1) + "/lancement", Map.of());
        reading.reads(own, "/segur/imports/" + start.group(1), List.of());
        reading.reads(own, "/segur/imports", List.of());
        byte[] wrong = file.with("/demandes/0/beneficiaires/0/nom", json(text)).bytes();
        reading.reads(simulate(own, enrolled, "x.json", wrong), List.of());
    }

    @Test
    @DisplayName(
            "PROV-18 COMM-02 what a refused CSV file says and is called stands in its report as text, no formula and no trick")
    void refusedCsv() {
        Browser supervisor = agent(fund.supervisor());
        List<String> cells = Stream.of(HostileTexts.CURIOUS, DECEIVING, HostileTexts.LINES)
                .flatMap(List::stream)
                .toList();
        for (BulkKind kind : BulkKind.values()) {
            List<List<String>> lines = new ArrayList<>();
            for (String cell : cells) {
                lines.add(Collections.nCopies(kind.titles().size(), cell));
            }
            byte[] file = HostileProviderTest.csv(kind, lines).getBytes(StandardCharsets.UTF_8);
            String report = send(supervisor, kind, NAME, file).location();
            assertThat(report).as(kind.code()).startsWith(BULK + "/rapports/");
            List<String> shown = new ArrayList<>(HostileTexts.CURIOUS);
            shown.remove("\u2003xqz\u00a0\u00adx\u2003");
            reading.reads(supervisor, report + "/fichier", shown);
            shown.add(NAME);
            reading.reads(supervisor, report, shown);
            for (String cell : cells) {
                String titles = String.join(";", kind.titles()) + ";\"" + cell.replace("\"", "\"\"") + "\"\nx";
                Browser.Page page = send(
                        supervisor, kind, cell.replace('"', '\'') + ".csv", titles.getBytes(StandardCharsets.UTF_8));
                reading.reads(supervisor.follow(page), List.of());
            }
        }
        reading.end();
    }

    private static Browser.Page send(Browser supervisor, BulkKind kind, String name, byte[] file) {
        supervisor.get(BULK);
        return FormWithFile.send(supervisor, BULK, Map.of("kind", kind.code()), "file", name, "text/csv", file);
    }

    @Test
    @DisplayName("PROV-18 COMM-02 a NUL in a file or its name breaks nothing")
    void nul() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        Browser own = world.browser(enrolled.supplier(), port);
        Browser supervisor = agent(fund.supervisor());
        byte[] json = hostile(enrolled).bytes();
        byte[] csv = BulkDesk.file(BulkKind.RIGHTS, List.of("x")).getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("xqz\0xqz", "\0", "xqz\r\nX-Xqz: 1")) {
            assertThat(simulate(own, enrolled, name, json).status()).isLessThan(500);
            assertThat(simulate(own, enrolled, "x.json", (name + "{}").getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isLessThan(500);
            assertThat(send(supervisor, BulkKind.RIGHTS, name, csv).status()).isLessThan(500);
            assertThat(send(supervisor, BulkKind.RIGHTS, "x.csv", name.getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isLessThan(500);
        }
    }
}
