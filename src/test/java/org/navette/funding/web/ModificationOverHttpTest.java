package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.funding.ModificationWorld.error;
import static org.navette.funding.ModificationWorld.fields;
import static org.navette.funding.ModificationWorld.path;
import static org.navette.funding.ModificationWorld.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.SamplePdf;
import org.navette.funding.Declaration;
import org.navette.funding.FundingRequest.Field;

@NavetteTest
@DisplayName("A modification without a browser")
class ModificationOverHttpTest extends ModificationHelp {

    @Test
    @DisplayName("FUND-14 the page holds the fields that the agent has named and no other, as French people write them")
    void named() {
        Map<String, String> typed = open(Couloir.MDV, Field.ORDER_DATE, Field.AMOUNT);
        assertThat(typed)
                .containsOnlyKeys("_csrf", "version", "files", "dateCommande", "montantSegurHT")
                .containsEntry("dateCommande", "12/05/2026")
                .containsEntry("montantSegurHT", "1\u202f074,99");
        assertThat(browser.get(path(number)).text()).contains("Le montant n'est pas celui du bon.", "N00000");
        assertThat(world.browser(world.supplier(), port).get(path(number)).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("FUND-14 date and amount are changed; what is sent beside is not looked at")
    void dateAndAmount() {
        Map<String, String> typed = open(Couloir.MDV, Field.ORDER_DATE, Field.AMOUNT);
        Declaration before = declared();
        typed.put("dateCommande", "20/05/2026");
        typed.put("montantSegurHT", "1 000,5");
        typed.put("numeroEditeur", "PIRATE");
        typed.put("beneficiaires.0.nom", "Pirate");
        typed.put("beneficiaires.0.rpps", "10001230000");
        typed.put("mandataire.nom", "Pirate");
        typed.put("scenarioInstallation.proSanteConnect", "");
        isSent(send(typed));

        assertThat(declared().orderedOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(declared().amount()).isEqualByComparingTo("1000.50");
        assertThat(declared())
                .usingRecursiveComparison()
                .ignoringFields("orderedOn", "amount")
                .isEqualTo(before);
        assertThat(asked.amount(number, "declared")).isEqualByComparingTo("1000.50");
    }

    @Test
    @DisplayName("FUND-14 beneficiaries are edited, emptied and added, with their mandatary")
    void beneficiaries() {
        Map<String, String> typed = open(Couloir.MDV, Field.BENEFICIARIES, Field.MANDATARY);
        person(typed, "beneficiaires.1", "N'Guyen");
        typed.put("beneficiaires.1.am", "751 012 361");
        person(typed, "mandataire", "Lefèvre");
        typed.put("mandataire.raisonSociale", "Groupement des Deux Rives");
        typed.put("mandataire.siret", "110 000 015 00013");
        isSent(send(typed));
        assertThat(declared().beneficiaries())
                .extracting(Declaration.Beneficiary::number)
                .containsExactly("00000000001", "751012361");
        assertThat(declared().beneficiaries().get(1).phone()).isEqualTo("0199001003");
        assertThat(declared().mandatary().siret()).isEqualTo("11000001500013");
        assertThat(asked.funded(number)).containsExactly("00000000001", "751012361");

        asked.ask(number, Field.BENEFICIARIES, Field.MANDATARY);
        typed = fields(browser.get(path(number)));
        typed.replaceAll(
                (name, value) -> name.startsWith("beneficiaires.0.") || name.startsWith("mandataire.") ? "" : value);
        isSent(send(typed));
        assertThat(declared().beneficiaries())
                .extracting(Declaration.Beneficiary::name)
                .containsExactly("N'Guyen");
        assertThat(declared().mandatary()).isNull();
        assertThat(asked.funded(number)).containsExactly("751012361");
    }

    @Test
    @DisplayName("FUND-14 more blank rows are given without losing what is typed, and without JavaScript")
    void moreRows() {
        Map<String, String> typed = open(Couloir.MS1, Field.ADMINISTRATORS, Field.SCENARIO);
        typed.put("administrateursTechniques.1.nom", "Durand");
        typed.put("lignes", "plus");
        Browser.Page more = send(typed);
        assertThat(more.status()).isEqualTo(200);
        Map<String, String> again = fields(more);
        assertThat(again)
                .containsEntry("administrateursTechniques.1.nom", "Durand")
                .containsEntry("administrateursTechniques.3.nom", "")
                .containsEntry("scenarioInstallation.etablissements.1.profilMetier", "PA")
                .doesNotContainKeys("administrateursTechniques.4.nom", "lignes");
        assertThat(asked.status(number)).isEqualTo("A modifier");

        person(again, "administrateursTechniques.1", "Durand");
        again.put("scenarioInstallation.etablissements.0.referentSoin", "true");
        again.remove("scenarioInstallation.etablissements.0.maitreIdentite");
        again.put("scenarioInstallation.etablissements.1.finessGeographique", "2b0018578");
        isSent(send(again));
        assertThat(declared().administrators())
                .extracting(Declaration.Administrator::name)
                .containsExactly("Petit", "Durand");
        Declaration.Site site = declared().scenario().sites().get(0);
        assertThat(site.referenceForCare()).isTrue();
        assertThat(site.masterOfIdentities()).isFalse();
        assertThat(declared().scenario().sites().get(1).finess()).isEqualTo("2B0018578");
    }

    @Test
    @DisplayName("FUND-14 the scenario is ticked anew; what the software is not referenced for is refused")
    void scenario() {
        Map<String, String> typed = open(Couloir.HOP, Field.SCENARIO);
        typed.remove("scenarioInstallation.pfiDmpIndependante");
        typed.put("scenarioInstallation.pfiMssProIndependante", "true");
        typed.put("scenarioInstallation.adresseMssCitoyen", "");
        Browser.Page refused = send(typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(error(refused, "scenarioInstallation.pfiMssProIndependante"))
                .contains("demande le profil", "PFI-MSS-Pro")
                .doesNotContain("pfiMssPro");
        Map<String, String> again = fields(refused);
        assertThat(again)
                .containsEntry("scenarioInstallation.pfiMssProIndependante", "true")
                .doesNotContainKey("scenarioInstallation.pfiDmpIndependante");

        again.remove("scenarioInstallation.pfiMssProIndependante");
        isSent(send(again));
        assertThat(declared().scenario().answers())
                .containsEntry("pfiDmpIndependante", false)
                .containsEntry("pfiMssCitoyenIndependante", true);
        assertThat(declared().scenario().citizenMailbox()).isNull();
    }

    @Test
    @DisplayName("FUND-14 who changes nothing is told; a piece alone is enough, and makes no new version")
    void pieceOnly() {
        Map<String, String> typed = open(Couloir.MDV, Field.AMOUNT);
        Browser.Page nothing = send(typed);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Rien n'a changé");

        String pieces = "/segur/demandes/" + number + "/pieces";
        assertThat(browser.get(pieces).location()).isEqualTo(path(number));
        String url = FormOverHttp.uploadUrl(browser, path(number), "BON_COMMANDE");
        assertThat(browser.upload(url, "file", "bdc.pdf", "application/pdf", SamplePdf.plain())
                        .status())
                .isEqualTo(201);
        isSent(send(typed));
        assertThat(asked.versions(number)).hasSize(1);
    }

    @Test
    @DisplayName("FUND-14 the same form sent again leads to the request with a sentence, so does opening the page late")
    void again() {
        Map<String, String> typed = open(Couloir.MDV, Field.AMOUNT);
        typed.put("montantSegurHT", "900");
        Browser.Page sent = send(typed);
        isSent(sent);
        assertThat(browser.follow(sent).text()).contains("Vos modifications sont transmises", "900,00");
        Browser.Page twice = send(typed);
        isSent(twice);
        assertThat(browser.follow(twice).text()).contains("Rien n'est plus attendu sur cette demande");
        assertThat(browser.get(path(number)).location()).isEqualTo("/segur/demandes/" + number);
        assertThat(asked.versions(number)).hasSize(2);
        asked.ask(number, Field.AMOUNT, Field.ORDER_DATE);
        Browser.Page late = send(typed);
        assertThat(late.location()).isEqualTo("/segur/demandes/" + number);
        assertThat(browser.follow(late).text()).contains("Cette page avait été ouverte avant");
        assertThat(asked.status(number)).isEqualTo("A modifier");
        for (Map<String, String> hostile : List.of(
                Map.<String, String>of(),
                Map.of("version", "a\u0000b"),
                Map.of("version", "x", "lignes", "", "montantSegurHT", "é".repeat(50_000)))) {
            assertThat(send(hostile).status()).isBetween(200, 499);
        }
    }
}
