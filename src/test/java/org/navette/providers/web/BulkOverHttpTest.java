package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AgencyWorld;
import org.navette.Browser;
import org.navette.CountedStatements;
import org.navette.FormWithFile;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.CsvTable;
import org.navette.partners.PartnerWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROV-18 The page of registrations by a file")
class BulkOverHttpTest {

    private static final String PAGE = "/agents/gestion/cnss/enregistrements";

    @LocalServerPort
    int port;

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    PartnerWorld partners;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;
    private CareEstablishment clinic;
    private String insured;
    private String today;

    @BeforeEach
    void comeIn() {
        browser = new Browser(port);
        browser.signIn("/agents", agency.supervisor(), AgencyWorld.PASSWORD);
        clinic = world.known(Sector.PUBLIC);
        insured = desk.insured();
        today = ProviderWorld.day(desk.today());
    }

    private Browser.Page send(BulkKind kind, String name, byte[] content) {
        browser.get(PAGE);
        return FormWithFile.send(browser, PAGE, Map.of("kind", kind.code()), "file", name, "text/csv", content);
    }

    private Browser.Page send(BulkKind kind, String text) {
        return send(kind, "lignes.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> bills(int lines) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> bills = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            bills.add(String.join(
                    ";",
                    clinic.inpe(),
                    insured,
                    i % 2 == 0 ? "" : "Rim Benchekroun",
                    "",
                    today,
                    today,
                    mark + i,
                    "1,50"));
        }
        return bills;
    }

    private List<Long> rows() {
        return List.of("request", "reimbursement", "provider_import", "provider_import_line", "request_counter")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    @DisplayName(
            "PROV-18 of 10,000 lines exactly the 100 wrong ones are reported, at the price of a few, and nothing is written")
    void manyLines() {
        List<String> lines = bills(10_000);
        // what 100 different lines have in a cell, and the column where it is wrong
        String[][] mistakes = {
            {"0", "123", "INPE"},
            {"0", "199999999", "INPE"},
            {"1", "999999998", "N° CNSS"},
            {"2", "Personne", "Bénéficiaire"},
            {"4", "30/02/2026", "Date de dépôt"},
            {"5", "31/12/2097", "Date de soins"},
            {"6", "", "Référence de la facture"},
            {"7", "=SOMME(A1)", "Montant facturé"},
            {"6", lines.get(0).split(";")[6], "Référence de la facture"},
            {"7", "-5", "Montant facturé"},
        };
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int at = 37 + i * 99;
            String[] mistake = mistakes[i % mistakes.length];
            String[] cells = lines.get(at).split(";");
            cells[Integer.parseInt(mistake[0])] = mistake[1];
            lines.set(at, String.join(";", cells));
            expected.add("\"" + (at + 2) + "\";\"" + mistake[2] + "\"");
        }
        List<Long> before = rows();

        List<Browser.Page> answers = new ArrayList<>();
        int small = CountedStatements.during(() -> answers.add(
                        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, List.of("x;y")))))
                .size();
        String whole = BulkDesk.file(BulkKind.REIMBURSEMENTS, lines);
        List<String> large = CountedStatements.during(
                () -> answers.add(send(BulkKind.REIMBURSEMENTS, "Été.csv", whole.getBytes(CsvTable.WINDOWS))));

        assertThat(large).hasSizeLessThanOrEqualTo(small + 4);
        assertThat(rows()).isEqualTo(before);
        assertThat(answers).extracting(Browser.Page::status).containsOnly(302);
        var report = browser.get(answers.get(1).location());
        assertThat(report.text())
                .contains("Été.csv – Dossiers de remboursement", "Rien n'a été enregistré")
                .contains("100 lignes sont fausses sur 10000, avec 100 anomalies.");
        Browser.Page file = browser.get(answers.get(1).location() + "/fichier");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"anomalies.csv\"");
        List<String> reported = file.body()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^(\"\\d+\";\"[^\"]*\").*", "$1"))
                .toList();
        assertThat(reported).containsExactlyElementsOf(expected);
        assertThat(file.body())
                .as("a cell that would run as a formula")
                .contains(";\"'=SOMME(A1)\";\"Le montant facturé s'écrit comme 1234,50 et dépasse zéro.\"")
                .doesNotContain(";\"=");
    }

    @Test
    @DisplayName("PROV-18 a good file costs as many statements with many lines as with one, and is followed to its end")
    void good() {
        List<Browser.Page> answers = new ArrayList<>();
        int small = CountedStatements.during(() ->
                        answers.add(send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(1)))))
                .size();
        int large = CountedStatements.during(() ->
                        answers.add(send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(150)))))
                .size();
        assertThat(large).isLessThanOrEqualTo(small);
        assertThat(answers).extracting(Browser.Page::location).containsOnly(PAGE);
        bulk.runAll();

        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(30)));
        long id = bulk.latest().id();
        assertThat(browser.get(PAGE).text())
                .contains("Le fichier «\u00a0lignes.csv\u00a0» est bon", "0 sur 30", "Awa Diallo");
        bulk.runOnce(id);
        var half = browser.get(PAGE + "/" + id + "/avancement");
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.text()).contains("25 sur 30");
        assertThat(browser.get(PAGE + "/" + id).text()).contains("Enregistrement en cours");
        bulk.run(id);
        var done = browser.get(PAGE + "/" + id + "/avancement");
        assertThat(done.status()).as("the page stops asking").isEqualTo(286);
        assertThat(done.text()).isEqualTo("30 enregistrements");
        assertThat(browser.get(PAGE + "/" + id).text())
                .contains("Bilan", "Terminé le")
                .doesNotContain("Lignes refusées");
    }

    @Test
    @DisplayName("PROV-18 the lines that had become impossible are listed")
    void refusedLines() {
        List<String> bills = bills(2);
        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills));
        long id = bulk.latest().id();
        long other = bulk.take(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, List.of(bills.get(1))));
        bulk.run(other);
        bulk.run(id);
        assertThat(browser.get(PAGE + "/" + id).text())
                .contains("1 enregistrement 1 refus", "Lignes refusées")
                .contains("3 Cette facture est déjà dans un dossier de l'établissement.");
    }

    @Test
    @DisplayName("PROV-18 what is no such file is told beside the field, and never breaks the page")
    void noSuchFile() {
        browser.get(PAGE);
        var nothing = browser.post(PAGE, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text())
                .contains("2 points à corriger", "Choisissez ce que contient le fichier.", "Choisissez un fichier CSV");
        var empty = send(BulkKind.RIGHTS, "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("1 point à corriger", "Choisissez un fichier CSV, qui ne soit pas vide.");
        assertThat(empty.body()).containsPattern("value=\"droits-des-assures\"[^>]*checked");
        var titles = send(BulkKind.RIGHTS, "A<b>;B\n1;2");
        assertThat(titles.status()).isEqualTo(422);
        assertThat(titles.text()).contains("Colonnes manquantes", "A<b>");
        assertThat(titles.body()).doesNotContain("A<b>");
        byte[] binary = new byte[50_000];
        new java.util.Random(7).nextBytes(binary);
        assertThat(send(BulkKind.RIGHTS, "photo.csv", binary).text())
                .contains("Ce fichier n'est pas un fichier CSV en UTF-8 ou en Windows-1252.");
        for (int size : new int[] {BulkSizes.SIX_MEGABYTES, BulkSizes.FIFTEEN_MEGABYTES}) {
            var large = browser.follow(send(BulkKind.RIGHTS, "gros.csv", new byte[size]));
            assertThat(large.status()).as(String.valueOf(size)).isEqualTo(413);
            assertThat(large.text().replace('\u00a0', ' ')).contains("Ce fichier dépasse 5 Mo.");
        }
        assertThat(send(BulkKind.RIGHTS, "juste.csv", new byte[5 * 1024 * 1024 + 1])
                        .text()
                        .replace('\u00a0', ' '))
                .contains("Ce fichier dépasse 5 Mo.");
        browser.get(PAGE);
        assertThat(FormWithFile.send(browser, PAGE, Map.of("kind", "x"), "file", "a.csv", "text/csv", new byte[] {1})
                        .text())
                .contains("Choisissez ce que contient le fichier.");
    }

    /** Bytes of files that are too large: for us, and for the container. */
    private static final class BulkSizes {

        private static final int SIX_MEGABYTES = 6 * 1024 * 1024;
        private static final int FIFTEEN_MEGABYTES = 15 * 1024 * 1024;
    }

    @Test
    @DisplayName("PROV-18 the model of each kind holds its titles, and can be filled")
    void models() {
        for (BulkKind kind : BulkKind.values()) {
            var model = browser.get(PAGE + "/modeles/" + kind.code());
            assertThat(model.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"" + kind.code() + ".csv\"");
            assertThat(send(kind, model.body()).text())
                    .contains("Ce fichier ne contient aucune ligne sous ses titres.");
        }
        String model = browser.get(PAGE + "/modeles/prises-en-charge").body();
        var taken = send(
                BulkKind.PRIOR_AGREEMENTS,
                "../../" + "n".repeat(200) + "\u202e.csv",
                (model + String.join(";", clinic.inpe(), insured, "", today, "12,50"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(taken.location()).isEqualTo(PAGE);
        assertThat(bulk.latest().fileName()).isEqualTo("n".repeat(150));
        bulk.runAll();
    }

    @Test
    @DisplayName(
            "PROV-18 neither plain agents nor supervisors of other organisms come here, nor colleagues to a report")
    void elsewhere() {
        Browser agent = new Browser(port);
        agent.signIn("/agents", agency.agent(), AgencyWorld.PASSWORD);
        Browser other = partners.agentBrowser(partners.supervisorOf("641").login(), port);
        String report = send(BulkKind.PRIOR_AGREEMENTS, BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, List.of("x")))
                .location();
        bulk.take(
                BulkKind.PRIOR_AGREEMENTS,
                BulkDesk.file(
                        BulkKind.PRIOR_AGREEMENTS, List.of(String.join(";", clinic.inpe(), insured, "", today, "7"))));
        long id = bulk.latest().id();
        List<String> paths =
                List.of("", "/modeles/prises-en-charge", "/" + id, "/" + id + "/avancement", report.replace(PAGE, ""));
        for (String path : paths) {
            assertThat(agent.get(PAGE + path).status()).as(path).isEqualTo(403);
            assertThat(other.get(PAGE + path).status()).as(path).isEqualTo(403);
            assertThat(other.get("/agents/gestion/641/enregistrements" + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(browser.get(PAGE + path).status()).as(path).isIn(200, 286);
        }
        other.get("/agents/gestion/641/actualites");
        assertThat(other.post("/agents/gestion/641/enregistrements", Map.of()).status())
                .isEqualTo(404);
        assertThat(other.get("/agents/gestion/641/actualites").text()).doesNotContain("Enregistrements groupés");
        assertThat(browser.get("/agents/gestion/cnss/actualites").text()).contains("Enregistrements groupés");
        bulk.runAll();
        for (String path : List.of("/999999999", "/x", "/modeles/x", "/rapports/" + UUID.randomUUID())) {
            assertThat(browser.get(PAGE + path).status()).as(path).isEqualTo(404);
        }
    }
}
