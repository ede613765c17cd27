package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.Amendments;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.PayingAgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The search of requests without a browser")
class RequestsOverHttpTest {

    private static final String LIST = "/segur/demandes";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    PayingAgency agency;

    private Enrolled enrolled;
    private Browser browser;
    private String number;

    @BeforeEach
    void load() {
        enrolled = world.enrolled(Couloir.MDV);
        browser = world.browser(enrolled.supplier(), port);
        number = files.complete(enrolled, Couloir.MDV);
    }

    private String list(String query) {
        Browser.Page page = browser.get(LIST + query);
        assertThat(page.status()).isEqualTo(200);
        return page.text();
    }

    @Test
    @DisplayName("FUND-19 the ten columns of a request, which an incomplete one is not among")
    void columns() {
        Enrolled second = new Enrolled(enrolled.supplier(), world.enrolled(enrolled.supplier(), Couloir.HOP));
        String incomplete = files.advance(second, Couloir.HOP);
        assertThat(list(""))
                .contains(
                        number,
                        "Avance",
                        "N00000",
                        "LGC",
                        "En cours",
                        "Aucun paiement en cours",
                        enrolled.supplier().name(),
                        "€",
                        "Consulter",
                        "1 ligne")
                .doesNotContain(incomplete, "Ajouter des pièces");
        assertThat(browser.get("/segur/accueil").body()).contains("href=\"/segur/demandes\"");
    }

    @Test
    @DisplayName("FUND-19 each criterion narrows the list, alone and together")
    void criteria() {
        String today = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.now(ZoneId.of("Europe/Paris")));
        String part = number.substring(3, 9).toLowerCase();
        for (String fits : new String[] {
            "?numero=" + part,
            "?numero=" + number,
            "?type=AVANCE",
            "?statut=processing",
            "?paiement=NONE",
            "?logiciel=LGC&logiciel=AUTRE",
            "?du=" + today + "&au=" + today,
            "?numero=" + part + "&type=AVANCE&statut=processing&paiement=NONE&logiciel=LGC&du=" + today + "&au=" + today
        }) {
            assertThat(list(fits)).as(fits).contains(number);
        }
        for (String not : new String[] {
            "?numero=FINHOP",
            "?type=SOLDE",
            "?statut=validated",
            "?statut=superseded",
            "?paiement=DONE",
            "?du=01/01/2020&au=02/01/2020",
            "?numero=" + number + "&type=SOLDE"
        }) {
            assertThat(list(not))
                    .as(not)
                    .doesNotContain(number + " Avance")
                    .contains("Aucune demande ne correspond à ces critères.");
        }
        // whatever the lists do not offer counts as not chosen
        assertThat(list("?type=X&statut=incomplete&paiement=X&logiciel=AUTRE")).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?numero=FI", "?numero=a%25b", "?numero=F%27IN", "?du=01/01/2026", "?du=x&au=y"})
    @DisplayName("FUND-19 a wrong criterion is said beside its field, which keeps what was typed")
    void wrong(String query) {
        Browser.Page page = browser.get(LIST + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("data-error-summary", "field__error").doesNotContain(number);
        if (query.contains("FI")) {
            assertThat(page.body()).contains("value=\"FI\"", "Saisissez au moins trois caractères");
        }
    }

    @Test
    @DisplayName("FUND-19 numbers are proposed from the third character, one's own alone")
    void proposed() {
        String part = number.substring(4, 10);
        assertThat(browser.get(LIST + "/numeros?numero=" + part).body())
                .contains("<option value=\"" + number + "\">")
                .doesNotContain("<html");
        assertThat(browser.get(LIST + "/numeros?numero=FI").body()).doesNotContain("<option");
        assertThat(browser.get(LIST + "/numeros?numero=%25%25%25").body()).doesNotContain("<option");
        Browser other = world.browser(world.supplier(), port);
        assertThat(other.get(LIST + "/numeros?numero=" + part).body()).doesNotContain("<option");
        assertThat(other.get(LIST + "?numero=" + number).text()).doesNotContain(number + " Avance");
    }

    @Test
    @DisplayName("FUND-19 documents can be added from the list while they are awaited")
    void add() {
        agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", "Le bon de commande signé."));
        assertThat(browser.get(LIST).body())
                .contains("Ajouter des pièces", "href=\"/segur/demandes/" + number + "/pieces\"");
    }

    @Test
    @DisplayName("FUND-18 FUND-19 a version that a cancellation has superseded is found as such, with its history")
    void superseded() {
        files.amend(number, Amendments.Cause.CANCELLATION, "Agence", declaration -> declaration);
        files.tell(number, "funding.cancelled");
        assertThat(list("?statut=cancelled")).contains(number, "Annulée");
        Browser.Page found = browser.get(LIST + "?statut=superseded");
        assertThat(found.text()).contains(number);
        assertThat(found.body()).contains("status--superseded", "/segur/demandes/" + number + "/historique");
    }

    @Test
    @DisplayName("FUND-19 with more than 500 requests nothing is listed before a criterion is chosen")
    void many() {
        files.copy(number, 499);
        assertThat(list("")).contains("500 lignes (1 à 50)", "Suivante");
        assertThat(list("?page=10")).contains("500 lignes (451 à 500)", "Précédente");
        assertThat(list("?f-numero=" + number)).contains(number, "1 ligne sur 500");
        files.copy(number, 1);
        assertThat(list("")).contains("Vous avez plus de 500 demandes").doesNotContain(number, "lignes");
        assertThat(list("?f-numero=FIN")).contains("Vous avez plus de 500 demandes");
        assertThat(list("?numero=" + number)).contains(number, "1 ligne");
        assertThat(list("?type=AVANCE&page=2")).contains("Les 500 demandes les plus récentes", "500 lignes (51 à 100)");
    }

    @Test
    @DisplayName("FUND-19 filters and orders of the columns keep the criteria")
    void kept() {
        Browser.Page page = browser.get(LIST + "?type=AVANCE&f-statut=en+cours&tri=montant");
        assertThat(page.text()).contains(number);
        assertThat(page.body())
                .contains("<input type=\"hidden\" name=\"type\" value=\"AVANCE\">")
                .contains("/segur/demandes?type=AVANCE&amp;f-statut=en%20cours&amp;tri=montant&amp;ordre=decroissant");
        assertThat(list("?f-montant=xyz")).contains("Aucune ligne ne correspond");
    }
}
