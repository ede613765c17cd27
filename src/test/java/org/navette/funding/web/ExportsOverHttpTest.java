package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Exports of requests and beneficiaries")
class ExportsOverHttpTest {

    private static final String REQUESTS = "/segur/exports/demandes.csv";
    private static final String BENEFICIARIES = "/segur/exports/beneficiaires.csv";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    private Enrolled enrolled;
    private Browser browser;
    private List<String> numbers;

    @BeforeEach
    void load() {
        enrolled = world.enrolled(Couloir.HOP);
        browser = world.browser(enrolled.supplier(), port);
        numbers = files
                .load(
                        enrolled,
                        ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.HOP)
                                .with("/demandes/0/beneficiaires/0/nom", "\"=1+1\""))
                .stream()
                .map(outcome -> String.valueOf(outcome.number()))
                .toList();
        files.tell(numbers.get(0), "funding.completed");
    }

    private static List<List<String>> cells(Browser.Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(page.body()).startsWith("\ufeff\"N°").endsWith("\"\r\n");
        return Arrays.stream(page.body().substring(1).split("\r\n"))
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\";\"", -1)))
                .toList();
    }

    @Test
    @DisplayName("FUND-23 requests in the guide's twelve columns, without the incomplete ones")
    void requests() {
        Browser.Page page = browser.get(REQUESTS);
        assertThat(page.header("Content-Disposition")).isEqualTo("attachment; filename=\"demandes.csv\"");
        List<List<String>> lines = cells(page);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .containsExactly(
                        "N° ASP",
                        "Type",
                        "Statut",
                        "Date de changement de statut",
                        "Logiciel",
                        "Date de dépôt",
                        "Date de commande",
                        "N° éditeur",
                        "Etat de paiement",
                        "Date du paiement",
                        "Montant déclaré SEGUR HT",
                        "Montant payé (fonction du régime TVA)");
        List<String> line = lines.get(1);
        assertThat(line).hasSize(12);
        assertThat(line.subList(0, 3)).containsExactly(numbers.get(0), "Avance", "En cours");
        assertThat(line.get(3)).matches("\\d\\d/\\d\\d/\\d{4}").isEqualTo(line.get(5));
        assertThat(line.subList(6, 12))
                .containsExactly("20/04/2026", "00017", "Aucun paiement en cours", "", "1074,99", "");
    }

    @Test
    @DisplayName("FUND-23 beneficiaries of a couloir in the guide's eighteen columns, no text of which is a formula")
    void beneficiaries() {
        files.tell(numbers.get(1), "funding.completed");
        List<List<String>> lines = cells(browser.get(BENEFICIARIES + "?couloir=HOP"));
        assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).hasSize(18));
        assertThat(lines.get(0).get(0)).isEqualTo("N° de la demande");
        assertThat(lines.get(0).subList(12, 18))
                .containsExactly(
                        "N° ANS",
                        "FINESS PMSI",
                        "Nom du client",
                        "E-mail du client",
                        "Téléphone du client",
                        "Raison sociale client");
        assertThat(lines.get(1).subList(12, 18))
                .containsExactly(
                        enrolled.software(), "120780291", "'=1+1", "dupont@val.example", "0199001001", "Centre du Val");
        assertThat(lines).extracting(line -> line.get(0)).endsWith(numbers.get(1), numbers.get(1));
        assertThat(cells(browser.get(BENEFICIARIES + "?couloir=MDV")))
                .singleElement()
                .satisfies(titles -> assertThat(titles.get(13)).isEqualTo("RPPS ou AM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?couloir=", "?couloir=hop", "?couloir=X&couloir=HOP"})
    @DisplayName("FUND-23 a couloir that is missing or unknown is said beside its field")
    void wrong(String query) {
        Browser.Page page = browser.get(BENEFICIARIES + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Exports", "Choisissez le couloir des bénéficiaires à exporter.");
        assertThat(page.body()).contains("id=\"couloir-error\"", "aria-invalid=\"true\"");
    }

    @Test
    @DisplayName("FUND-23 one's own alone, however many: more than are in memory at once")
    void own() {
        files.copy(numbers.get(0), 1100);
        List<List<String>> lines = cells(browser.get(REQUESTS));
        assertThat(lines).hasSize(1102);
        assertThat(lines).extracting(line -> line.get(0)).doesNotHaveDuplicates();
        Browser other = world.browser(world.supplier(), port);
        assertThat(cells(other.get(REQUESTS))).hasSize(1);
        assertThat(cells(other.get(BENEFICIARIES + "?couloir=HOP"))).hasSize(1);
    }
}
