package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.funding.FundingWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The public pages of the Ségur")
class OpenPagesOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    @DisplayName("FUND-01 the home page leads to everything that can be done without an account")
    void home() {
        Browser.Page page = browser.get("/segur");
        assertThat(page.status()).isEqualTo(200);
        for (String path : new String[] {
            "/segur/connexion",
            "/segur/enrolement",
            "/segur/simulation",
            "/segur/documentation",
            "/segur/questions",
            "/segur/contact",
            "https://esante.gouv.fr"
        }) {
            assertThat(page.body()).contains("href=\"" + path + "\"");
        }
        assertThat(page.text())
                .contains("Qu'est-ce que le Ségur du numérique en santé", "30\u00a0%", "sept jours")
                .contains("Dans quels délais", "Quels sont les liens utiles");
    }

    @Test
    @DisplayName("FUND-01 a supplier who comes by is led to their own pages")
    void signedIn() {
        Browser supplier = world.browser(world.supplier(), port);
        assertThat(supplier.get("/segur").text()).contains("Ouvrir mon espace");
        assertThat(supplier.get("/segur/questions").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("FUND-02 all themes are closed; a search opens those that hold the words, counts and marks")
    void questions() {
        Browser.Page all = browser.get("/segur/questions");
        assertThat(all.body().split("<details", -1)).hasSize(21);
        assertThat(all.body()).doesNotContain("<details class=\"accordion\" id=\"avance-demande\" open");
        Browser.Page found = ask("RECOUVREE");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).containsPattern("\\d+ réponses pour «\u00a0RECOUVREE\u00a0»");
        assertThat(found.body()).contains("<mark>recouvrée</mark>").contains("open=\"open\"");
        assertThat(ask("Kbis l'enrôlement").text()).containsPattern("\\d+ réponses? pour");
    }

    @Test
    @DisplayName("FUND-02 nothing found: what else to try, and whom to ask")
    void nothing() {
        Browser.Page page = ask("xylophone");
        assertThat(page.text())
                .contains("Aucune réponse ne contient «\u00a0xylophone\u00a0».", "Contacter l'assistance");
        assertThat(page.body()).doesNotContain("<details").contains("href=\"/segur/contact\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "'\" onload=x", "%", "[(", "\\E", "é̀", "😀", "   "})
    @DisplayName("FUND-02 whatever is typed is looked for as words and shown as text")
    void anything(String typed) {
        Browser.Page page = ask(typed);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    @DisplayName("FUND-02 a text of any length is cut")
    void tooLong() {
        assertThat(ask("avance " + "x".repeat(5000)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partenaires", "/demarches", "/segur", "/soins"})
    @DisplayName("COMM-17 each espace says in its own words how accessible it is, how that was found, and what is not")
    void accessibility(String espace) {
        Browser.Page accessibility = browser.get(espace + "/accessibilite");
        assertThat(accessibility.heading()).isEqualTo("Accessibilité");
        assertThat(accessibility.text())
                .contains("vise la conformité", "est non conforme", "aucun audit n’a été fait par un tiers")
                .contains("se font sans souris", "320 pixels", "Nu Html Checker", "réduire les animations")
                .contains("lecteur d’écran", "Camunda Tasklist", "signalez-le");
        assertThat(browser.get(espace + "/connexion").text()).contains("Accessibilité\u00a0: non conforme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partenaires", "/demarches", "/segur"})
    @DisplayName("COMM-17 each espace says in its own words who publishes it")
    void legal(String espace) {
        Browser.Page legal = browser.get(espace + "/mentions-legales");
        assertThat(legal.heading()).isEqualTo("Mentions légales");
        assertThat(legal.text()).contains("Ce service est proposé par", "délégué à la protection des données");
    }

    private Browser.Page ask(String words) {
        return browser.get("/segur/questions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
