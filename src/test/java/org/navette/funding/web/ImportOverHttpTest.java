package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormWithFile;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.SamplePdf;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Imports and incomplete requests, without a browser")
class ImportOverHttpTest {

    private static final String NEW = "/segur/imports/nouveau";
    private static final Pattern START = Pattern.compile("action=\"/segur/imports/(\\d+)/lancement\"");

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    private Enrolled enrolled;
    private Browser browser;

    @BeforeEach
    void signIn() {
        enrolled = world.enrolled(Couloir.MDV);
        browser = world.browser(enrolled.supplier(), port);
        browser.get(NEW);
    }

    private SampleFile advances(int requests) {
        return ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV).times(requests);
    }

    private Browser.Page simulate(Map<String, String> fields, byte[] file) {
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("type", "AVANCE", "ansNumber", enrolled.software(), "vatRate", "20"));
        all.putAll(fields);
        return FormWithFile.send(browser, NEW, all, "file", "demandes.json", "application/json", file);
    }

    private long simulated(SampleFile file) {
        Matcher start = START.matcher(simulate(Map.of(), file.bytes()).body());
        assertThat(start.find()).as("an import is offered").isTrue();
        return Long.parseLong(start.group(1));
    }

    @Test
    @DisplayName("FUND-08 wrong parameters are told beside their fields; what does not agree with the file names both")
    void parameters() {
        Browser.Page empty = simulate(Map.of("type", "", "ansNumber", "autre", "vatRate", "7"), new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text())
                .contains(
                        "Choisissez le type de demande.",
                        "Ce numéro ANS",
                        "Choisissez le taux de TVA.",
                        "fichier JSON");
        assertThat(START.matcher(empty.body()).find()).isFalse();
        Enrolled other = world.enrolled(Couloir.MDV);
        assertThat(simulate(Map.of("ansNumber", other.software()), advances(1).bytes())
                        .status())
                .as("another supplier's software")
                .isEqualTo(422);
        Browser.Page mismatch = simulate(Map.of("type", "SOLDE"), advances(1).bytes());
        assertThat(mismatch.text()).contains("Avance", "Solde", "ne peut pas être importé");
        assertThat(START.matcher(mismatch.body()).find()).isFalse();
    }

    @Test
    @DisplayName("FUND-08 FUND-11 what was simulated is imported, followed, listed and given back")
    void whole() {
        long id = simulated(advances(3));
        assertThat(browser.get("/segur/imports/" + id).status()).as("not yet").isEqualTo(404);
        Browser.Page started = browser.post("/segur/imports/" + id + "/lancement", Map.of());
        assertThat(started.location()).endsWith("/segur/imports/" + id);
        Browser.Page running = browser.get("/segur/imports/" + id);
        assertThat(running.text()).contains("Import en cours", "0 demandes sur 3 traitées");
        assertThat(browser.get("/segur/imports/" + id + "/avancement").header("HX-Refresh"))
                .isNull();
        files.run(id);
        assertThat(browser.get("/segur/imports/" + id + "/avancement").header("HX-Refresh"))
                .isEqualTo("true");
        assertThat(browser.get("/segur/imports/" + id).text()).contains("Bilan", "Retenues", "FINMDV");
        Browser.Page output = browser.get("/segur/imports/" + id + "/fichier");
        assertThat(output.header("Content-Disposition")).contains("import-" + id + ".json");
        assertThat(output.body()).contains("numeroAsp", "FINMDV");
        assertThat(browser.get("/segur/imports").text()).contains("demandes.json", enrolled.software());
        assertThat(browser.get("/segur/imports?ans=inconnu").text()).contains("Aucun import ne correspond.");
        assertThat(browser.get("/segur/imports?type=AVANCE&du=01/01/2026&au=31/12/2099")
                        .text())
                .contains("demandes.json");
        Browser.Page days = browser.get("/segur/imports?du=31/02/2026&au=");
        assertThat(days.status()).isEqualTo(422);
        assertThat(days.text()).contains("une date qui existe", "les deux dates, ou aucune");
        assertThat(browser.get("/segur/accueil").text()).contains("3 demandes attendent leurs pièces");
        assertThat(browser.get("/segur/imports/abc").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("FUND-12 an archive is taken by a form or alone, and its receipt says what became of each entry")
    void archive() throws IOException {
        long id = simulated(advances(2));
        browser.post("/segur/imports/" + id + "/lancement", Map.of());
        files.run(id);
        browser.get("/segur/incompletes");
        byte[] first = zip("bdc-N00000.pdf", "inconnu.pdf");
        Browser.Page byForm = FormWithFile.send(
                browser, "/segur/incompletes/archive", Map.of(), "file", "un.zip", "application/zip", first);
        Browser.Page receipt = browser.get(Objects.requireNonNull(byForm.location()));
        assertThat(receipt.text()).contains("un.zip", "1 fichier joint sur 2", "Numéro inconnu");
        Browser.Page alone =
                browser.postBody("/segur/incompletes/archive", "application/zip", zip("facture N00001.pdf"));
        assertThat(alone.status()).isEqualTo(201);
        assertThat(alone.body()).contains("/segur/incompletes/recus/");
        assertThat(browser.get("/segur/incompletes").text()).contains("Toutes vos demandes ont leurs pièces.");

        Browser.Page none = browser.postBody("/segur/incompletes/archive", "application/zip", "rien".getBytes());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("a été refusé");
        assertThat(browser.follow(FormWithFile.send(
                                browser,
                                "/segur/incompletes/archive",
                                Map.of(),
                                "file",
                                "vide.zip",
                                "application/zip",
                                new byte[0]))
                        .text())
                .contains("Choisissez une archive zip");
    }

    @Test
    @DisplayName("FUND-13 documents are sent one by one; one that is missing is told; ticked advances are deleted")
    void pieces() {
        long id = simulated(advances(2));
        browser.post("/segur/imports/" + id + "/lancement", Map.of());
        files.run(id);
        String number = files.outcomes(enrolled, id).get(0).number();
        String pieces = "/segur/demandes/" + number + "/pieces";
        Browser.Page page = browser.get(pieces);
        assertThat(page.text()).contains("Pièces de la demande " + number, "Bon de commande", "obligatoire");
        Browser.Page missing = browser.post(pieces, Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("Bon de commande\u00a0: joignez au moins un fichier.");
        Matcher bucket = Pattern.compile("data-upload-url=\"([^\"]+)\"").matcher(page.body());
        assertThat(bucket.find()).isTrue();
        assertThat(browser.upload(bucket.group(1), "file", "bdc.pdf", "application/pdf", pdf())
                        .status())
                .isEqualTo(201);
        assertThat(browser.post(pieces, Map.of()).location()).endsWith("/segur/incompletes");
        Browser.Page list = browser.get("/segur/incompletes");
        assertThat(list.text()).contains("est en cours", "N00001").doesNotContain("N00000");
        assertThat(browser.follow(browser.post("/segur/incompletes/suppression", Map.of()))
                        .text())
                .contains("Cochez au moins une demande");
        String other = files.outcomes(enrolled, id).get(1).number();
        assertThat(browser.follow(browser.post("/segur/incompletes/suppression", Map.of("numeros", other)))
                        .text())
                .contains("1 demande supprimée.");
    }

    private static byte[] pdf() {
        return SamplePdf.with((pdf, page) ->
                pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString()));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(pdf());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
