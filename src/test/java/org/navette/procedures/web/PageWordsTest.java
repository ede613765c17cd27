package org.navette.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("What the espace's pages say")
class PageWordsTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    Drafts drafts;

    @LocalServerPort
    int port;

    private Office office;
    private Browser browser;

    @BeforeEach
    void open() {
        office = world.responsible();
        browser = world.browser(office, port);
    }

    @Test
    @DisplayName(
            "PROC-05 a draft is said to be deleted only when it was; another's and an unknown one are answered alike")
    void deleted() {
        UUID own = drafts.begin(office, "staff-change");
        Office other = world.responsible();
        UUID others = drafts.begin(other, "staff-change");
        browser.get(Paths.HOME);
        for (UUID draft : List.of(others, UUID.randomUUID())) {
            assertThat(delete(draft).text())
                    .contains("Ce brouillon n'existe plus.")
                    .doesNotContain("est supprimé");
        }
        assertThat(drafts.find(other, others)).isPresent();
        assertThat(delete(own).text()).contains("Le brouillon est supprimé.").doesNotContain("n'existe plus");
        assertThat(delete(own).text()).contains("Ce brouillon n'existe plus.");
    }

    @Test
    @DisplayName("PROC-04 a reader too reads what kind of request a draft is")
    void titled() {
        drafts.begin(office, "staff-change");
        assertThat(world.browser(world.colleague(office, Standing.READER), port)
                        .get(Paths.HOME)
                        .text())
                .contains("Modification de personnel Commencée le");
    }

    @Test
    @DisplayName("PROC-07 wrong fields and a missing representative are told at once")
    void atOnce() {
        Office newcomer = world.newcomer();
        UUID draft = drafts.begin(newcomer, "first-installation");
        Browser their = world.browser(newcomer, port);
        String seat = Paths.draft(draft) + "/etapes/head-office";
        assertThat(their.get(seat).body()).contains("data-also=\"Ajoutez au moins un représentant légal.\"");
        Browser.Page refused = FormOverHttp.open(their, seat).send(Map.of("siret", "123"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new FormOverHttp(their, refused).errors())
                .containsEntry("", List.of("Ajoutez au moins un représentant légal."))
                .containsKeys("siret", "city");
    }

    @Test
    @DisplayName("PROC-16 a day that does not exist lists nothing, says so, and makes no file")
    void wrongDay() {
        String number = world.send(office, "staff-change");
        for (String day : List.of("du=2026-13-45", "au=31/02/1990")) {
            assertThat(browser.get(Paths.REQUESTS + "?" + day).text())
                    .contains("Cette date n'est pas valable")
                    .doesNotContain(number, "Exporter");
            Browser.Page file = browser.get(Paths.REQUESTS + "/export.csv?" + day);
            assertThat(file.status()).isEqualTo(400);
            assertThat(file.text()).contains("Demande incomprise");
        }
        assertThat(browser.get(Paths.REQUESTS + "/export.csv?du=01/01/2020").body())
                .contains(number);
    }

    @Test
    @DisplayName("PROC-01 the page of sign-in says what comes before the first time, whoever looks at it")
    void firstTime() {
        String hint = "Suivez d'abord le lien reçu par courriel.";
        Browser anybody = new Browser(port);
        assertThat(anybody.get("/demarches/connexion").text()).contains(hint);
        assertThat(anybody.signIn("/demarches", "personne@world.example", "une phrase de passe")
                        .text())
                .contains(hint);
        assertThat(anybody.get("/partenaires/connexion").text()).doesNotContain(hint);
    }

    @Test
    @DisplayName("COMM-18 the start page says of each espace what it is for")
    void start() {
        assertThat(new Browser(port).get("/").text())
                .contains(
                        "Pour les structures partenaires", "Pour les professionnels de santé", "Pour les fournisseurs");
    }

    private Browser.Page delete(UUID draft) {
        return browser.follow(browser.post(Paths.draft(draft) + "/suppression", Map.of()));
    }
}
