package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.Amendments;
import org.navette.funding.Declaration;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.RequestType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("A request for funding without a browser")
class RequestOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    PayingAgency agency;

    private static String page(String number) {
        return "/segur/demandes/" + number;
    }

    private Browser browser(Enrolled enrolled) {
        return world.browser(enrolled.supplier(), port);
    }

    @Test
    @DisplayName("FUND-20 header, summary and blocks; retained and decided amounts after the first instruction alone")
    void advance() {
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        String number = files.complete(enrolled, Couloir.HOP);
        Browser browser = browser(enrolled);
        Browser.Page page = browser.get(page(number));
        assertThat(page.heading()).isEqualTo("Détails de la demande numéro " + number);
        assertThat(page.text())
                .contains("Avance – Statut\u00a0: En cours – Faite le", enrolled.software(), "10/01/2026")
                .contains(enrolled.supplier().siret(), enrolled.supplier().address())
                .containsPattern("Date de changement de statut \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d")
                .contains("DSR-HOP-Va1", "N00000", "20/04/2026", "Toutes taxes comprises", "20\u00a0%")
                .contains("Montant SEGUR total hors taxe déclaré lors de l'avance", "1\u202f074,99\u00a0€")
                .contains(
                        "balise «\u00a0montantSegurHT\u00a0»", "correspondant au montant hors taxe du bon de commande")
                .doesNotContain("Montant décidé de l'avance", "Suivi financier")
                .contains("FR76\u00a0••••\u00a00189", "AGRIFRPP", "Banque du Quai")
                .doesNotContain("30006000")
                .contains("Numéro FINESS PMSI", "000000001", "Centre du Val")
                .doesNotContain("Déclaré à l'avance", "administrateur")
                .contains("Aucune pièce.", "patients@ch-val.example", "Aucun courriel.");
        assertThat(page.body())
                .containsPattern(
                        "(?s)Oui\u00a0: </span></span>\\s*<strong>La fonction PFI pour l&#39;envoi des documents"
                                + " de santé vers le DMP")
                .containsPattern(
                        "(?s)Non\u00a0: </span></span>\\s*<strong>La fonction PFI pour l&#39;envoi des documents"
                                + " de santé vers la MSS Pro")
                .containsPattern("(?s)☐</span>.{0,80}</span> <span>La commande est portée par un mandataire")
                .containsPattern("(?s)☑</span>.{0,80}</span> <span>La commande est portée par un unique ES-PMSI");

        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(browser.get(page(number)).text())
                .contains("Validée")
                .contains("Montant de l'engagement SEGUR hors taxe retenu (lors de l'avance)")
                .contains("Montant de l'engagement SEGUR retenu (lors de l'avance - fonction du régime TVA)")
                .contains("1\u202f289,99\u00a0€")
                .contains("Montant décidé de l'avance (fonction du régime TVA)", "387,00\u00a0€");
    }

    @Test
    @DisplayName("FUND-20 the remark of the agent, with what can be done, and the mail that said so")
    void awaited() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        String number = files.complete(enrolled, Couloir.MDV);
        Browser browser = browser(enrolled);
        assertThat(browser.get(page(number)).body()).doesNotContain("Modifier la demande", "Ajouter des pièces");
        agency.decide(
                number, Map.of("outcome", "CHANGES", "awaited", "La date ne va pas.", "fields", List.of("ORDER_DATE")));
        Browser.Page page = browser.get(page(number));
        assertThat(page.text()).contains("A modifier La date ne va pas. Champs à modifier\u00a0: Date de la commande.");
        assertThat(page.body())
                .contains(page(number) + "/modification")
                .as("pieces are added on the page of the modification")
                .doesNotContain(page(number) + "/pieces");
        assertThat(page.text()).contains(enrolled.supplier().correspondent().email(), "En attente d'envoi");
    }

    @Test
    @DisplayName("FUND-20 a balance says whether its beneficiaries are those of its advance")
    void balance() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        String number = files.complete(enrolled, Couloir.MDV);
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        files.tell(number, "funding.decided");
        String dossier = number.substring(0, number.length() - 2);
        String balance = files.load(
                        enrolled,
                        ImportWorld.file(enrolled, RequestType.BALANCE, Couloir.MDV)
                                .times(1)
                                .with("/demandes/0/numeroDossierAvance", "\"" + dossier + "\"")
                                .with("/demandes/0/beneficiaires/0/rpps", "\"10009999999\""))
                .get(0)
                .number();
        assertThat(balance).isEqualTo(dossier + "M1");
        Browser.Page page = browser(enrolled).get(page(balance));
        assertThat(page.text())
                .contains("Solde – Statut\u00a0: Incomplète")
                .contains("Montant SEGUR total hors taxe déclaré lors du solde")
                .contains("balise «\u00a0montantSegurHTFacture\u00a0»", "hors taxe de la facture")
                .contains("Numéro RPPS ou AM", "RPPS 10009999999", "Déclaré à l'avance", "✗ Non")
                .contains("Les bénéficiaires ne correspondent pas à ceux de l'avance " + number)
                .contains("Déclarés à l'avance, absents du solde");
    }

    @Test
    @DisplayName("FUND-20 establishments of the couloir MS1 in a table, and its administrators")
    void establishments() {
        Enrolled enrolled = world.enrolled(Couloir.MS1);
        String number = files.complete(enrolled, Couloir.MS1);
        assertThat(browser(enrolled).get(page(number)).text())
                .contains("Informations sur le(s) administrateur(s) technique(s)")
                .contains("FINESS géographique Ancienne version Maître identité Référent soin Stockage identité")
                .containsPattern("✓ Oui|✗ Non");
    }

    @Test
    @DisplayName(
            "FUND-18 FUND-20 the history shows every version with what it changes, and what a cancellation superseded")
    void history() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        String number = files.complete(enrolled, Couloir.MDV);
        Browser browser = browser(enrolled);
        String first = browser.get(page(number) + "/historique").text();
        assertThat(first)
                .contains("Version 1 – Dépôt En cours", "Chronologie", "Incomplète")
                .doesNotContain("Avant");
        files.amend(number, Amendments.Cause.MODIFICATION, "Maëlle D'HERVÉ", RequestOverHttpTest::later);
        String second = browser.get(page(number) + "/historique").text();
        assertThat(second)
                .contains("Version 2 – Modification En cours", "Maëlle D'HERVÉ", "Version 1 – Dépôt Version précédente")
                .contains("Commande Date de la commande Modifié 12/05/2026 21/04/2026")
                .doesNotContain("Historisée");
        files.amend(number, Amendments.Cause.CANCELLATION, "Agence", declaration -> declaration);
        files.tell(number, "funding.cancelled");
        assertThat(browser.get(page(number) + "/historique").text())
                .contains("Version 3 – Annulation Annulée", "Version 1 – Dépôt Historisée")
                .contains("Version 2 – Modification Historisée", "Annulée");
    }

    private static Declaration later(Declaration it) {
        return new Declaration(
                it.rank(),
                it.editorNumber(),
                LocalDate.of(2026, 4, 21),
                it.amount(),
                it.advance(),
                it.beneficiaries(),
                it.mandatary(),
                it.administrators(),
                it.scenario());
    }

    @Test
    @DisplayName("FUND-20 nobody else's, none that is deleted, none that there is not")
    void nobodyElse() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        String number = files.complete(enrolled, Couloir.MDV);
        Browser other = world.browser(world.supplier(), port);
        Browser own = browser(enrolled);
        for (String path : List.of("", "/historique", "/fichiers/7d444840-9dc0-11d1-b245-5ffdce74fad2")) {
            assertThat(other.get(page(number) + path).status()).isEqualTo(404);
            assertThat(own.get(page("FINMDV999999M1") + path).status()).isEqualTo(404);
        }
        assertThat(own.get(page(number) + "/fichiers/x").status()).isBetween(400, 404);
        assertThat(own.get(page("FINMDVX")).status()).isEqualTo(404);
    }
}
