package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.FormWithFile;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.SamplePdf;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Templates of documents without a browser")
class TemplatesOverHttpTest {

    private static final String PAGE = "/segur/modeles";
    private static final String SEND = PAGE + "/validation";
    private static final String ORDER = "MODELE_BDC_HOP";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    TemplateWorld templates;

    @Autowired
    PayingAgency agency;

    private Supplier supplier;
    private Browser browser;

    @BeforeEach
    void signIn() {
        supplier = templates.supplier(Couloir.HOP);
        browser = world.browser(supplier, port);
        browser.get(PAGE);
    }

    @Test
    @DisplayName("FUND-22 imported, listed, sent, judged and read again, with what the agency says")
    void wholeWay() {
        String page = browser.get(PAGE).text();
        assertThat(page)
                .contains(
                        "Modèle de bon de commande – couloir Hôpital",
                        "Modèle de vérification d'aptitude – couloir Hôpital",
                        "Taille maximale\u00a0: 4\u00a0Mo",
                        "Vous n'avez encore envoyé aucun modèle.",
                        "Aucun fichier en cours d'import.")
                .doesNotContain("couloir Pharmacie");
        Browser.Page taken = browser.follow(take(ORDER, "mon-modele.pdf", SamplePdf.plain()));
        assertThat(taken.text()).contains("Fichier importé", "Le fichier «\u00a0mon-modele.pdf\u00a0» est ajouté");
        assertThat(taken.body()).contains("<dialog").doesNotContain("aria-invalid");
        String file = waiting(taken);
        assertThat(browser.get(PAGE + "/fichiers/" + file + "/apercu").header("Content-Security-Policy"))
                .contains("sandbox");
        assertThat(browser.get(PAGE + "/fichiers/" + file + "/telechargement").header("Content-Disposition"))
                .startsWith("attachment");

        Browser.Page sent = browser.follow(send(file));
        assertThat(sent.text())
                .containsPattern("Votre modèle est envoyé à l'agence\u00a0: MOD\\d{4,}\\.")
                .contains("En attente d'instruction", "Aucun fichier en cours d'import.");
        String number = number(sent);
        assertThat(browser.get(PAGE + "/fichiers/" + file + "/apercu").status()).isEqualTo(404);
        assertThat(browser.get(PAGE + "/" + number + "/apercu").status()).isEqualTo(200);
        assertThat(browser.get(PAGE + "/" + number + "/telechargement").header("Content-Disposition"))
                .contains("attachment", "mon-modele.pdf");
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Le logo du Ségur <b>manque</b>."));
        Browser.Page judged = browser.get(PAGE);
        assertThat(judged.text()).contains("Rejeté", "Commentaire de l'agence");
        assertThat(judged.body()).contains("Le logo du Ségur &lt;b&gt;manque");
        assertThat(browser.get(PAGE + "?f-statut=accepte").text()).contains("Aucune ligne ne correspond");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "'', bon.pdf, type, Choisissez le type de fichier dans la liste.",
        "MODELE_BDC_PHA, bon.pdf, type, Choisissez le type de fichier dans la liste.",
        "MODELE_BDC_HOP, bon.docx, file, 'les types acceptés sont pdf, jpeg, jpg, png'",
        "MODELE_BDC_HOP, modèle.pdf, file, son nom ne doit pas excéder 50 caractères",
        "MODELE_BDC_HOP, un.deux.pdf, file, son nom ne doit pas excéder 50 caractères",
        "MODELE_BDC_HOP, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.pdf, file, son nom ne doit pas excéder",
        "MODELE_BDC_HOP, bon.png, file, son contenu ne correspond pas à son extension",
    })
    @DisplayName("FUND-22 a wrong value is said beside its field, in the dialog too, and nothing is kept")
    void wrong(String kind, String name, String field, String message) {
        Browser.Page page = take(kind, name, SamplePdf.plain());
        assertThat(page.status()).isEqualTo(422);
        assertThat(errors(page)).containsOnlyKeys(field);
        assertThat(errors(page).get(field)).contains(message);
        assertThat(page.text()).contains("Fichier non importé", "Aucun fichier en cours d'import.");
        assertThat(page.body()).contains("<a href=\"#" + field + "\">");
        if (field.equals("file")) {
            assertThat(page.body()).containsPattern("value=\"" + kind + "\"[^>]* selected");
        }
        assertThat(browser.get(PAGE).text()).contains("Aucun fichier en cours d'import.");
    }

    @Test
    @DisplayName("FUND-22 both wrong values are said at once; an empty or a missing file too")
    void allAtOnce() {
        assertThat(errors(take("", "bon.docx", SamplePdf.plain()))).containsOnlyKeys("type", "file");
        assertThat(errors(take(ORDER, "vide.pdf", new byte[0]))).containsOnlyKeys("file");
        assertThat(errors(browser.post(PAGE, Map.of()))).containsOnlyKeys("type", "file");
        assertThat(browser.post(PAGE, Map.of()).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("FUND-22 a file over 4 MB is refused beside its field; one that is far too large before it is read")
    void tooLarge() {
        Browser.Page large = take(ORDER, "gros.pdf", new byte[4 * 1024 * 1024 + 1]);
        assertThat(large.status()).isEqualTo(422);
        assertThat(errors(large).get("file")).contains("4\u00a0Mo");
        Browser.Page huge = take(ORDER, "enorme.pdf", new byte[11 * 1024 * 1024]);
        assertThat(huge.location()).isEqualTo(PAGE + "?trop-volumineux");
        Browser.Page told = browser.get(huge.location());
        assertThat(told.status()).isEqualTo(413);
        assertThat(errors(told).get("file")).contains("4\u00a0Mo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\u0000y", "' or 1=1 --", "<script>", "../../etc", "MODELE_BDC_HOP,MODELE_VA_HOP"})
    @DisplayName("FUND-22 hostile values are refused without a failure")
    void hostile(String text) {
        assertThat(take(text, "bon.pdf", SamplePdf.plain()).status()).isBetween(400, 499);
        assertThat(take("x".repeat(100_000), "bon.pdf", SamplePdf.plain()).status())
                .isBetween(400, 499);
        Browser.Page named = take(ORDER, text.replace("\u0000", "%00") + ".pdf", SamplePdf.plain());
        assertThat(named.status()).isLessThan(500);
        assertThat(named.body()).doesNotContain("<script>.pdf");
        assertThat(browser.post(SEND, Map.of("fichiers", text)).status()).isBetween(400, 499);
        assertThat(browser.get(PAGE + "?f-nom=%00&tri=%27&ordre=x").status()).isLessThan(500);
        assertThat(browser.get(PAGE + "/fichiers/pas-un-identifiant/apercu").status())
                .isBetween(400, 404);
        assertThat(browser.get(PAGE + "/MOD9999999999/apercu").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("FUND-22 an empty import is refused with a sentence, one with a file that is gone sends nothing")
    void nothingToSend() {
        assertThat(browser.follow(browser.post(SEND, Map.of())).text())
                .contains("Aucun fichier n'est en cours d'import");
        String kept = waiting(browser.follow(take(ORDER, "un.pdf", SamplePdf.plain())));
        String gone = templates.take(supplier, "MODELE_VA_HOP", "deux.pdf").toString();
        Browser.Page deleted = browser.follow(browser.post(PAGE + "/fichiers/" + gone + "/suppression", Map.of()));
        assertThat(deleted.text()).contains("Le fichier «\u00a0deux.pdf\u00a0» est supprimé.", "un.pdf");
        assertThat(browser.follow(send(kept + "," + gone)).text()).contains("Un des fichiers n'est plus dans la liste");
        assertThat(templates.count(supplier)).isZero();
    }

    @Test
    @DisplayName("FUND-22 an import that is validated twice, even at once, makes one request for each file")
    void twice() {
        String files = templates.take(supplier, ORDER, "un.pdf") + "," + templates.take(supplier, ORDER, "deux.pdf");
        List<Browser> tabs = List.of(world.browser(supplier, port), world.browser(supplier, port));
        tabs.forEach(tab -> tab.get(PAGE));
        Map<String, String> form = Map.of("fichiers", files);
        var answers = AtOnce.<Browser.Page>call(
                List.of(() -> tabs.get(0).post(SEND, form), () -> tabs.get(1).post(SEND, form)));
        assertThat(answers).allSatisfy(each -> assertThat(each.value().status()).isEqualTo(302));
        assertThat(templates.count(supplier)).isEqualTo(2);
        Browser.Page again = browser.follow(send(files));
        assertThat(again.text()).containsPattern("Vos 2 modèles sont envoyés à l'agence\u00a0: MOD\\d+, MOD\\d+\\.");
        assertThat(templates.count(supplier)).isEqualTo(2);
    }

    @Test
    @DisplayName("FUND-22 another supplier's files and templates are not found, and cannot be sent or deleted")
    void others() {
        String number = templates.send(supplier, ORDER);
        UUID file = templates.take(supplier, ORDER, "a-moi.pdf");
        Browser stranger = world.browser(templates.supplier(Couloir.HOP), port);
        stranger.get(PAGE);
        for (String path : List.of("/fichiers/" + file, "/" + number)) {
            assertThat(stranger.get(PAGE + path + "/apercu").status()).isEqualTo(404);
            assertThat(stranger.get(PAGE + path + "/telechargement").status()).isEqualTo(404);
        }
        assertThat(stranger.post(PAGE + "/fichiers/" + file + "/suppression", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(stranger.follow(stranger.post(SEND, Map.of("fichiers", file.toString())))
                        .text())
                .contains("Un des fichiers n'est plus dans la liste")
                .doesNotContain("a-moi.pdf");
        assertThat(browser.get(PAGE).text()).contains("a-moi.pdf");
        assertThat(templates.count(supplier)).isOne();
    }

    @Test
    @DisplayName("FUND-22 without a validated enrolment of the second wave there is no page, and no link to it")
    void firstWave() {
        Supplier first = world.enrolled(Couloir.HOP).supplier();
        Browser other = world.browser(first, port);
        assertThat(other.get("/segur/accueil").body()).doesNotContain(PAGE);
        assertThat(other.get(PAGE).status()).isEqualTo(404);
        assertThat(FormWithFile.send(
                                other,
                                PAGE,
                                Map.of("type", ORDER),
                                "file",
                                "bon.pdf",
                                "application/pdf",
                                SamplePdf.plain())
                        .status())
                .isEqualTo(404);
        assertThat(other.post(SEND, Map.of("fichiers", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(SEND, Map.of()).status()).isEqualTo(404);
        assertThat(browser.get("/segur/accueil").body()).contains("Mes modèles de documents", "href=\"" + PAGE);
    }

    private Browser.Page take(String kind, String name, byte[] content) {
        return FormWithFile.send(
                browser, PAGE, Map.of("type", kind), "file", name, "application/octet-stream", content);
    }

    private Browser.Page send(String files) {
        return browser.post(SEND, Map.of("fichiers", files));
    }

    private static String waiting(Browser.Page page) {
        return first(page, "name=\"fichiers\" value=\"([^\"]+)\"");
    }

    private static String number(Browser.Page page) {
        return first(page, "(MOD\\d{4,})");
    }

    private static String first(Browser.Page page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    /** What is said beside the fields. */
    private static Map<String, String> errors(Browser.Page page) {
        Map<String, String> errors = new LinkedHashMap<>();
        var found = Pattern.compile("id=\"(\\w+)-error\">([^<]*)<").matcher(page.body());
        while (found.find()) {
            errors.put(found.group(1), found.group(2));
        }
        return errors;
    }
}
