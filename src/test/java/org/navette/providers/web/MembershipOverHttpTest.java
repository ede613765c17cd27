package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("A membership over HTTP")
class MembershipOverHttpTest {

    private static final String PATH = "/soins/adhesion";

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    private Browser browser;
    private CareEstablishment clinic;

    @BeforeEach
    void browser() {
        clinic = world.known(Sector.PRIVATE);
        // an address of its own: what a stranger sends is counted
        browser = new Browser(port).from("198.51.100." + (Integer.parseInt(clinic.inpe()) % 250 + 1));
    }

    @Test
    @DisplayName("PROV-01 begins with the INPE, shows what is known, and gives a number to come back with")
    void declared() {
        Browser.Page begun = browser.get(PATH + "?inpe=" + clinic.inpe());
        assertThat(begun.location()).isEqualTo(PATH + "/" + clinic.inpe());
        FormOverHttp form = FormOverHttp.open(browser, begun.location());
        assertThat(form.answers()).containsEntry("name", clinic.name()).containsEntry("city", "Rabat");
        Browser.Page sent = browser.follow(form.send(ProviderWorld.answers(clinic)));
        assertThat(sent.text()).containsPattern("enregistrée sous le n° ADH-\\d{4}-\\d{6}");
        String number = sent.text().replaceAll("(?s).*(ADH-\\d{4}-\\d{6}).*", "$1");
        assertThat(world.status(number)).isEqualTo("Enregistrée");
        assertThat(follow(number, clinic.inpe(), ProviderWorld.email(clinic)).text())
                .contains("Enregistrée", "Télécharger le formulaire")
                .doesNotContain("Télécharger l'accusé");
    }

    @Test
    @DisplayName("PROV-01 the form is not asked for an ICE or a card in the public sector")
    void publicSector() {
        CareEstablishment hospital = world.known(Sector.PUBLIC);
        FormOverHttp form = FormOverHttp.open(browser, PATH + "/" + hospital.inpe());
        assertThat(form.page().body()).doesNotContain("CNIE");
        assertThat(form.send(ProviderWorld.answers(hospital)).location()).isEqualTo(PATH + "/enregistree");
    }

    @ParameterizedTest
    @CsvSource({"'',Saisissez l'INPE", "12,neuf chiffres", "999999998,n'est pas celui d'un établissement"})
    @DisplayName("PROV-01 a missing, malformed or unknown INPE is told beside its field")
    void inpe(String typed, String why) {
        Browser.Page page = browser.get(PATH + "?inpe=" + typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(why);
        assertThat(browser.get(PATH + "/999999998").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "ice,001561191000067",
        "ice,12",
        "cnssId,12345678",
        "practitionerInpe,12345678",
        "identity,123456",
        "identity,ABC12345",
        "gsm,0512345678",
        "gsm,06123",
        "email,personne",
        "lastName,http://pub.example",
        "firstName,''",
        "name,''",
        "address,''",
        "city,''"
    })
    @DisplayName("PROV-01 a wrong answer comes back beside its field with all the others")
    void wrong(String field, String value) {
        FormOverHttp.open(browser, PATH + "/" + clinic.inpe()).refuses(field, value, ProviderWorld.answers(clinic));
    }

    @Test
    @DisplayName("PROV-01 without the commitments or the terms nothing is sent")
    void commitments() {
        for (String tick : new String[] {"commits", "terms"}) {
            FormOverHttp.open(browser, PATH + "/" + clinic.inpe()).refuses(tick, false, ProviderWorld.answers(clinic));
        }
    }

    @Test
    @DisplayName("PROV-01 the same form sent twice is one request")
    void twice() {
        FormOverHttp form = FormOverHttp.open(browser, PATH + "/" + clinic.inpe());
        String first = browser.follow(form.send(ProviderWorld.answers(clinic))).text();
        String second = browser.follow(form.send(ProviderWorld.answers(clinic))).text();
        assertThat(second).isEqualTo(first);
    }

    @Test
    @DisplayName("PROV-01 a request is found by number, INPE and address together; with one wrong, one error says it")
    void found() {
        String number = world.declare(clinic);
        String email = ProviderWorld.email(clinic);
        String none = "Aucune demande ne correspond à ces informations.";
        assertThat(follow(number.toLowerCase(Locale.ROOT), clinic.inpe(), email).text())
                .contains(number);
        assertThat(follow("ADH-2026-999999", clinic.inpe(), email).text()).contains(none);
        assertThat(follow(number, world.known(Sector.PRIVATE).inpe(), email).text())
                .contains(none);
        assertThat(follow(number, clinic.inpe(), "autre@world.example").text()).contains(none);
        Browser.Page page = follow("", "12", "x");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("numero-error", "inpe-error", "email-error", "value=\"12\"");
    }

    @Test
    @DisplayName("PROV-01 PROV-02 the form, and the receipt once it is there, are PDF with what was typed")
    void papers() throws IOException {
        String number = world.declare(clinic);
        Map<String, String> proof =
                Map.of("numero", number, "inpe", clinic.inpe(), "email", ProviderWorld.email(clinic));
        assertThat(pdf("/soins/suivi/formulaire", proof))
                .contains(number, "610-1-14", clinic.inpe(), "001561191000066", "El Amrani", "0612345678");
        assertThat(browser.post("/soins/suivi/accuse-de-reception", proof).status())
                .isEqualTo(422);
        agency.decide(number, world.received(true));
        assertThat(pdf("/soins/suivi/accuse-de-reception", proof)).contains(number, clinic.inpe(), "Rabat Agdal");
        Map<String, String> stranger = new HashMap<>(proof);
        stranger.put("email", "autre@world.example");
        for (String paper : new String[] {"formulaire", "accuse-de-reception"}) {
            assertThat(browser.post("/soins/suivi/" + paper, stranger).status()).isEqualTo(422);
        }
    }

    @Test
    @DisplayName("PROV-05 a reset asks for three facts; its form bears the public reference and no director's data")
    void reset() throws IOException {
        CareEstablishment hospital = world.approved(Sector.PUBLIC);
        browser.get("/soins/reinitialisation");
        Browser.Page sent = browser.follow(browser.post(
                "/soins/reinitialisation",
                Map.of("inpe", hospital.inpe(), "gsm", "07 98 76 54 32", "email", "nouvelle@world.example")));
        String number = sent.text().replaceAll("(?s).*(REI-\\d{4}-\\d{6}).*", "$1");
        assertThat(pdf(
                        "/soins/suivi/formulaire",
                        Map.of("numero", number, "inpe", hospital.inpe(), "email", "nouvelle@world.example")))
                .contains("610-1-16", "0798765432", "nouvelle@world.example")
                .doesNotContain("Amrani", "0612345678");
    }

    @ParameterizedTest
    @CsvSource({"inpe,12", "inpe,999999998", "gsm,0512345678", "gsm,''", "email,x", "email,''"})
    @DisplayName("PROV-05 a reset's wrong facts come back beside their fields")
    void wrongReset(String field, String value) {
        browser.get("/soins/reinitialisation");
        Map<String, String> typed =
                new HashMap<>(Map.of("inpe", clinic.inpe(), "gsm", "0798765432", "email", "nouvelle@world.example"));
        typed.put(field, value);
        Browser.Page page = browser.post("/soins/reinitialisation", typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"" + field + "-error\"");
        typed.forEach((name, text) -> assertThat(page.body()).contains("value=\"" + text + "\""));
    }

    private Browser.Page follow(String number, String inpe, String email) {
        browser.get("/soins/suivi");
        return browser.post("/soins/suivi", Map.of("numero", number, "inpe", inpe, "email", email));
    }

    private String pdf(String path, Map<String, String> proof) throws IOException {
        browser.get("/soins/suivi");
        byte[] content = browser.download(path, proof);
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("PROV-01 COMM-05 the legal pages name the law of the country and how long what is kept")
    void law() {
        var browser = new Browser(port);
        assertThat(browser.get("/soins/mentions-legales").text())
                .contains("loi n° 09-08", "CNDP", "Prises en charge\u00a0: 10\u00a0ans", "prévenu 30\u00a0jours avant")
                .contains("Demandes d’adhésion et de réinitialisation\u00a0: 24\u00a0mois")
                .doesNotContain("règlement général", "{", "''");
        assertThat(browser.get("/soins/accessibilite").text())
                .contains("Le portail des professionnels de santé vise la conformité aux règles WCAG 2.2", "Médiateur")
                .doesNotContain("RGAA", "Défenseur", "{");
        assertThat(browser.get("/partenaires/mentions-legales").text())
                .contains("règlement général", "Demandes\u00a0: 24\u00a0mois");
        assertThat(browser.get("/partenaires/accessibilite").text())
                .contains("L'Espace Partenaires vise la conformité au référentiel général", "Défenseur des droits");
    }
}
