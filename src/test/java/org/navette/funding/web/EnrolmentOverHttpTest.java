package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.Couloir;
import org.navette.files.SamplePdf;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("An enrolment without a browser")
class EnrolmentOverHttpTest {

    private static final String START = "/segur/enrolement";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    SentLetters letters;

    private Browser browser;
    private Map<String, Object> typed;

    @BeforeEach
    void company() {
        agency.agent();
        browser = new Browser(port).from("203.0.113." + (int) (Math.random() * 250));
        typed = FundingWorld.typed(world.software(Couloir.MDV), Typed.siret(Typed.siren(), 1));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "ansNumber, '', ansNumber",
        "ansNumber, inconnu9, ansNumber",
        "siret, 1234567890123, siret",
        "siret, 12345678901234, siret",
        "postcode, 7501, postcode",
        "representativeLastName, R2D2, representativeLastName",
        "representativeEmail, elise, representativeEmail",
        "applicantPhone, 12, applicantPhone",
        "iban, FR76 3000 6000 0112 3456 7890 188, iban",
        "iban, US12345678901234567890, iban",
        "bic, AGRI, bic",
        "holder, '', holder",
    })
    @DisplayName("FUND-05 a wrong value is said beside its field, and all that was typed is kept")
    void wrong(String field, String value, String said) {
        typed.put(field, value);
        Browser.Page page = FormOverHttp.open(browser, START).send(typed);
        assertThat(page.status()).isEqualTo(422);
        var form = new FormOverHttp(browser, page);
        assertThat(form.errors()).containsOnlyKeys(said);
        assertThat(form.answers())
                .containsEntry("companyName", "Éditions de l'Œuvre")
                .containsEntry(field, value);
    }

    @Test
    @DisplayName("FUND-05 what is no JSON, too long or holds a NUL is refused without a failure")
    void hostile() {
        for (Object name : List.of("x".repeat(100_000), "a\u0000b", List.of("a"), Map.of("a", 1), 12)) {
            Map<String, Object> bad = new LinkedHashMap<>(typed);
            bad.put("companyName", name);
            assertThat(FormOverHttp.open(browser, START).send(bad).status()).isBetween(400, 499);
        }
        assertThat(FormOverHttp.open(browser, START).send("{\"siret", "0").status())
                .isEqualTo(422);
        assertThat(browser.get(START + "/pas-un-identifiant/pieces").status()).isBetween(400, 404);
    }

    @Test
    @DisplayName("FUND-05 documents are required one by one; then the enrolment is sent once, whoever asks again")
    void wholeWay() {
        Browser.Page saved = FormOverHttp.open(browser, START).send(typed);
        assertThat(saved.status()).isEqualTo(302);
        String documents = saved.location();
        String draft = documents.replace("/pieces", "");
        browser.get(documents);
        Browser.Page missing = browser.post(draft + "/envoi", Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("4 pièces manquent", "Mandat du représentant légal : joignez");
        for (String document : List.of("RIB", "IDENTITE", "KBIS", "MANDAT")) {
            String url = FormOverHttp.uploadUrl(browser, documents, "pieces/" + document);
            assertThat(browser.upload(url, "file", document + ".exe", "application/pdf", SamplePdf.plain())
                            .status())
                    .isEqualTo(422);
            assertThat(browser.upload(url, "file", document + ".pdf", "application/pdf", SamplePdf.plain())
                            .status())
                    .isEqualTo(201);
        }
        assertThat(browser.upload(
                                documents + "/PASSEPORT/fichiers/" + UUID.randomUUID(),
                                "file",
                                "a.pdf",
                                "application/pdf",
                                SamplePdf.plain())
                        .status())
                .isEqualTo(404);
        browser.get(documents);
        Browser.Page sent = browser.follow(browser.post(draft + "/envoi", Map.of()));
        assertThat(sent.text()).containsPattern("Votre demande n° ENR\\d{4,} est enregistrée");
        String again = browser.follow(browser.post(draft + "/envoi", Map.of())).text();
        assertThat(again).containsPattern("ENR\\d{4,}");
        assertThat(browser.get(documents).status()).isEqualTo(404);
        assertThat(letters.to((String) typed.get("applicantEmail"))).hasSize(1);
    }

    @Test
    @DisplayName("FUND-05 many drafts from one address have to wait; what was typed is kept")
    void throttled() {
        for (int i = 0; i < 5; i++) {
            assertThat(FormOverHttp.open(browser, START).send(typed).status()).isEqualTo(302);
        }
        Browser.Page page = FormOverHttp.open(browser, START).send(typed);
        assertThat(page.status()).isEqualTo(429);
        assertThat(new FormOverHttp(browser, page).answers()).containsEntry("siret", typed.get("siret"));
    }

    @Test
    @DisplayName("FUND-06 the mailed link shows the enrolment to who has no account, and takes what is awaited")
    void followed() {
        String number = world.send(typed);
        String link = letters.lastTo((String) typed.get("applicantEmail")).link();
        assertThat(browser.get(link).text()).contains(number, "En cours", "Éditions de l'Œuvre");
        assertThat(browser.get(link + "/ajout").status()).isEqualTo(302);
        agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", "Le Kbis est illisible."));
        assertThat(browser.get(link).text()).contains("Le Kbis est illisible.");
        FormOverHttp form = FormOverHttp.open(browser, link + "/ajout");
        Browser.Page empty = form.send(Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(new FormOverHttp(browser, empty).errors()).containsOnlyKeys("files");
        String bucket = link + "/ajout/fichiers/" + form.hidden("submission");
        String file = browser.upload(bucket, "file", "kbis.pdf", "application/pdf", SamplePdf.plain())
                .body()
                .replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.get(bucket + "/" + file + "/telechargement").status())
                .isEqualTo(200);
        Browser.Page added = browser.post(
                link + "/ajout",
                Map.of(
                        "submission",
                        form.hidden("submission"),
                        "form",
                        form.hidden("form"),
                        "answers",
                        "{\"comment\":\"Voici.\"}",
                        "files",
                        file));
        assertThat(browser.follow(added).text()).contains("transmis à l'agent", "kbis.pdf", "Voici.");
        assertThat(traces.status(number)).isEqualTo("En cours");
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(browser.get(link).status())
                .as("the supplier signs in from now on")
                .isEqualTo(410);
    }

    @Test
    @DisplayName("FUND-06 a complementary enrolment says what is wrong with its number and keeps it")
    void complementary() {
        Supplier supplier = world.supplier();
        Browser own = world.browser(supplier, port);
        String form = "/segur/enrolements/nouvelle";
        for (String number : List.of("", "  ", "inconnu", "x".repeat(10_000), "'; drop")) {
            own.get(form);
            Browser.Page page = own.post(form, Map.of("ansNumber", number, "cle", "x"));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("field__error");
        }
        String key = UUID.randomUUID().toString();
        String software = world.software(Couloir.HOP);
        for (int i = 0; i < 2; i++) {
            Browser.Page sent = own.follow(own.post(form, Map.of("ansNumber", " " + software + " ", "cle", key)));
            assertThat(sent.text())
                    .containsPattern("n° ENR\\d{4,} est enregistrée")
                    .contains("COMPLÉMENTAIRE");
        }
        own.get(form);
        assertThat(own.post(
                                form,
                                Map.of(
                                        "ansNumber",
                                        software,
                                        "cle",
                                        UUID.randomUUID().toString()))
                        .text())
                .contains("déjà l'objet d'un enrôlement");
        assertThat(own.get("/segur/enrolements?f-statut=rejet").text()).contains("Aucune ligne ne correspond");
        assertThat(own.get("/segur/enrolements?tri=date&ordre=decroissant&f-siret=" + supplier.siret())
                        .text())
                .contains("1 ligne sur 1");
    }
}
