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
import org.navette.files.SamplePdf;
import org.navette.funding.AccountChangeWorld;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Bank details without a browser")
class BankOverHttpTest {

    private static final String LIST = "/segur/compte/banque";
    private static final String FORM = LIST + "/ajout";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    AccountChangeWorld accounts;

    @Autowired
    PayingAgency agency;

    private Supplier supplier;
    private Browser browser;

    @BeforeEach
    void signIn() {
        supplier = world.supplier();
        browser = world.browser(supplier, port);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "iban, ''",
        "iban, FR14 2004 1010 0505 0001 3M02 607",
        "iban, US12345678901234567890",
        "bic, PSST",
        "holder, ''",
        "domiciliation, ''",
    })
    @DisplayName("FUND-24 a wrong value is said beside its field, and all that was typed is kept")
    void wrong(String field, String value) {
        FormOverHttp.open(browser, FORM).refuses(field, value, AccountChangeWorld.bank());
    }

    @Test
    @DisplayName("FUND-24 what is no JSON, too long or holds a NUL is refused without a failure")
    void hostile() {
        for (Object holder : List.of("x".repeat(100_000), "a\u0000b", List.of("a"), Map.of("a", 1), 12)) {
            Map<String, Object> bad = new LinkedHashMap<>(AccountChangeWorld.bank());
            bad.put("holder", holder);
            assertThat(FormOverHttp.open(browser, FORM).send(bad).status()).isBetween(400, 499);
        }
        assertThat(FormOverHttp.open(browser, FORM).send("{\"iban", "0").status())
                .isEqualTo(422);
        assertThat(browser.get(LIST + "/pas-un-identifiant").status()).isBetween(400, 404);
        assertThat(browser.post(FORM, Map.of()).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("FUND-24 sent with their document, waiting in the list, one at a time, then active")
    void wholeWay() {
        FormOverHttp form = FormOverHttp.open(browser, FORM);
        Browser.Page bare = form.send(AccountChangeWorld.bank());
        assertThat(bare.status()).isEqualTo(422);
        assertThat(new FormOverHttp(browser, bare).errors()).containsOnlyKeys("files");
        Browser.Page sent = browser.follow(send(form));
        assertThat(sent.text()).containsPattern("Votre demande n° RIB\\d{4,} est enregistrée");
        assertThat(sent.text())
                .contains(
                        supplier.siret(),
                        "FR14\u00a0••••\u00a02606",
                        "En attente",
                        "FR76\u00a0••••\u00a00189",
                        "Active")
                .doesNotContain("20041010", "Ajouter une coordonnée bancaire");
        assertThat(browser.get(FORM).location()).isEqualTo(LIST);

        Browser.Page second = browser.post(FORM, fields(UUID.randomUUID().toString(), ""));
        assertThat(second.status()).isEqualTo(409);
        assertThat(new FormOverHttp(browser, second).errors().get("").get(0)).contains("déjà en cours d'instruction");

        String number = sent.text().replaceFirst("(?s).*(RIB\\d{4,}) est enregistrée.*", "$1");
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(browser.get(LIST).text()).contains("Remplacée", "Active").doesNotContain("En attente");
        assertThat(browser.get("/segur/compte").text()).contains("Gérer mes coordonnées bancaires", "2606");
        String detail = browser.get(LIST + "/" + world.activeBank(supplier)).text();
        assertThat(detail).contains("Banque du Pont", "PSSTFRPPXXX", number).doesNotContain("20041010");
    }

    @Test
    @DisplayName("FUND-24 the ground of a rejection is read beside the account")
    void rejected() {
        String number = accounts.sendBank(supplier);
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Relevé illisible."));
        String list = browser.get(LIST).body();
        String id = list.replaceFirst("(?s).*?/segur/compte/banque/([0-9a-f-]{36}).*", "$1");
        assertThat(browser.get(LIST + "/" + id).text()).contains("Rejetée", "Relevé illisible.");
        assertThat(world.browser(world.supplier(), port).get(LIST + "/" + id).status())
                .isEqualTo(404);
    }

    private Browser.Page send(FormOverHttp form) {
        String key = form.hidden("submission");
        String bucket = "/segur/compte/fichiers/" + key;
        assertThat(browser.upload(bucket, "file", "rib.exe", "application/pdf", SamplePdf.plain())
                        .status())
                .isEqualTo(422);
        String file = browser.upload(bucket, "file", "rib.pdf", "application/pdf", SamplePdf.plain())
                .body()
                .replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.get(bucket + "/" + file + "/telechargement").status())
                .isEqualTo(200);
        return browser.post(FORM, fields(key, file));
    }

    private static Map<String, String> fields(String key, String file) {
        return Map.of(
                "submission", key, "form", "", "answers", FormOverHttp.json(AccountChangeWorld.bank()), "files", file);
    }
}
