package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
@DisplayName("Persons of a supplier without a browser")
class PersonsOverHttpTest {

    private static final String PAGE = "/segur/compte/personnes";
    private static final String FORM = PAGE + "/modification";
    private static final Pattern AREA = Pattern.compile("data-upload-url=\"(/segur/compte/fichiers/[0-9a-f-]{36})\"");

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
        "representativeLastName, ''",
        "representativeLastName, R2D2",
        "representativeEmail, maelle",
        "applicantPhone, 12",
        "applicantFirstName, ''",
    })
    @DisplayName("FUND-24 a wrong value is said beside its field, and all that was typed is kept")
    void wrong(String field, String value) {
        FormOverHttp.open(browser, FORM)
                .refuses(field, value, accounts.persons(supplier, AccountChangeWorld.applicant("a@world.example")));
    }

    @Test
    @DisplayName("FUND-24 what is no JSON, too long or holds a NUL is refused without a failure")
    void hostile() {
        for (Object name : List.of("x".repeat(100_000), "a\u0000b", List.of("a"), Map.of("a", 1), 12)) {
            Map<String, Object> bad = accounts.persons(supplier, Map.of("representativeLastName", name));
            assertThat(FormOverHttp.open(browser, FORM).send(bad).status()).isBetween(400, 499);
        }
        for (Object same : List.of("oui", 1, List.of(), Map.of())) {
            Map<String, Object> bad = accounts.persons(supplier, Map.of("samePerson", same));
            assertThat(FormOverHttp.open(browser, FORM).send(bad).status()).isBetween(400, 499);
        }
        assertThat(FormOverHttp.open(browser, FORM).send("{\"a", "0").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("FUND-24 the form begins with what is known; who changes nothing is told")
    void nothing() {
        FormOverHttp form = FormOverHttp.open(browser, FORM);
        assertThat(form.answers())
                .containsEntry("representativeLastName", "D'HERVÉ")
                .containsEntry("samePerson", true);
        Browser.Page page = form.send(form.answers());
        assertThat(page.status()).isEqualTo(422);
        assertThat(new FormOverHttp(browser, page).errors().get("").get(0)).startsWith("Rien n'a changé");
    }

    @Test
    @DisplayName("FUND-24 sent with both documents, in the history, one at a time, then shown on the account")
    void wholeWay() {
        assertThat(browser.get(PAGE).text())
                .contains(supplier.siret(), "Le représentant légal est aussi le demandeur.", "Aucune modification.");
        Map<String, Object> typed = accounts.persons(supplier, AccountChangeWorld.applicant("elise@world.example"));
        Browser.Page bare = FormOverHttp.open(browser, FORM).send(typed);
        assertThat(bare.status()).isEqualTo(422);
        var form = new FormOverHttp(browser, bare);
        assertThat(form.errors()).containsOnlyKeys("piece-IDENTITE", "piece-MANDAT");
        assertThat(bare.text()).contains("obligatoire si un nom ou un prénom change");
        List<String> areas =
                AREA.matcher(bare.body()).results().map(area -> area.group(1)).toList();
        assertThat(areas).hasSize(2);
        for (String area : areas) {
            assertThat(browser.upload(area, "file", "piece.exe", "application/pdf", SamplePdf.plain())
                            .status())
                    .isEqualTo(422);
            assertThat(browser.upload(area, "file", "piece.pdf", "application/pdf", SamplePdf.plain())
                            .status())
                    .isEqualTo(201);
        }
        Browser.Page sent = browser.follow(form.send(typed));
        assertThat(sent.text())
                .containsPattern("Votre demande n° CPP\\d{4,} est enregistrée")
                .contains("Modification du demandeur", "En cours")
                .doesNotContain("Modifier mes coordonnées ");
        assertThat(browser.get(FORM).location()).isEqualTo(PAGE);
        Browser.Page again = browser.follow(form.send(typed));
        assertThat(again.text()).as("the same form counts once").contains("est enregistrée");
        Browser.Page second = browser.post(FORM, Map.of("answers", FormOverHttp.json(typed)));
        assertThat(second.status()).isEqualTo(409);
        assertThat(new FormOverHttp(browser, second).errors().get("").get(0)).contains("déjà en cours d'instruction");

        String number = sent.text().replaceFirst("(?s).*(CPP\\d{4,}) est enregistrée.*", "$1");
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(browser.get(PAGE).text()).contains("Validée", "GARNIER-NOËL", "Élise", "elise@world.example");
        assertThat(browser.get("/segur/compte").text()).contains("GARNIER-NOËL", "elise@world.example");
        assertThat(world.browser(world.supplier(), port).get(PAGE).text()).doesNotContain(number);
    }
}
