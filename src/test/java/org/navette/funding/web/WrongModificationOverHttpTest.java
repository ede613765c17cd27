package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.funding.ModificationWorld.error;
import static org.navette.funding.ModificationWorld.fields;
import static org.navette.funding.ModificationWorld.person;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.Declaration;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;

@NavetteTest
@DisplayName("A wrong modification without a browser")
class WrongModificationOverHttpTest extends ModificationHelp {

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dateCommande | | au format jj/mm/aaaa",
                "dateCommande | 31/02/2026 | au format jj/mm/aaaa",
                "dateCommande | 01/01/2026 | précède la prise d'effet",
                "montantSegurHT | 1.074,99 | Saisissez un montant",
                "montantSegurHT | 0 | Saisissez un montant",
                "montantSegurHT | 12,345 | Saisissez un montant",
                "montantSegurHT | 99999999 | Saisissez un montant",
                "beneficiaires.0.nom | | Saisissez un nom",
                "beneficiaires.0.email | dupont | Saisissez une seule adresse",
                "beneficiaires.0.telephone | 12 | 10 chiffres",
                "beneficiaires.0.rpps | 123 | Saisissez 11 chiffres",
                "beneficiaires.0.rpps | | Le numéro du bénéficiaire manque",
                "beneficiaires.0.am | 751012361 | Le bénéficiaire a deux numéros",
                "beneficiaires.0.raisonSociale | a\tb | Saisissez une raison sociale",
                "mandataire.nom | Lefèvre | Saisissez une seule adresse",
            })
    @DisplayName("FUND-14 a wrong value is said beside its field, and all that was typed is kept")
    void wrong(String field, String value, String message) {
        Map<String, String> typed =
                open(Couloir.MDV, Field.ORDER_DATE, Field.AMOUNT, Field.BENEFICIARIES, Field.MANDATARY);
        Declaration before = declared();
        String sent = value == null ? "" : value;
        typed.put("beneficiaires.0.nom", "Dupond");
        typed.put(field, sent);
        Browser.Page page = send(typed);
        assertThat(page.status()).isEqualTo(422);
        String place = field.equals("mandataire.nom") ? "mandataire.email" : field;
        assertThat(error(page, place)).as(page.text()).contains(message);
        assertThat(page.body()).contains("id=\"" + place + "-error\"");
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.remove("_csrf");
        assertThat(fields(page)).containsAllEntriesOf(kept);
        assertThat(declared()).isEqualTo(before);
        assertThat(asked.status(number)).isEqualTo("A modifier");
    }

    @Test
    @DisplayName("FUND-14 no beneficiary, twice the same, one too many for a mandatary that nobody asked for")
    void wrongParts() {
        Map<String, String> typed = open(Couloir.MDV, Field.BENEFICIARIES);
        Browser.Page none = send(Map.of("version", typed.get("version")));
        assertThat(error(none, "beneficiaires")).isEqualTo("Renseignez de 1 à 500 bénéficiaires.");

        person(typed, "beneficiaires.1", "N'Guyen");
        typed.put("beneficiaires.1.rpps", "00000000001");
        Browser.Page page = send(typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(error(page, "beneficiaires.1.rpps")).contains("est déjà dans cette demande");
        assertThat(page.text())
                .contains("plusieurs bénéficiaires et pas de mandataire. L'agence n'a pas demandé de modifier");

        typed = new LinkedHashMap<>(Map.of("version", typed.get("version")));
        for (int i = 0; i < 502; i++) {
            person(typed, "beneficiaires." + i, "Nom");
            typed.put("beneficiaires." + i + ".rpps", "%011d".formatted(i + 10));
        }
        Browser.Page many = send(typed);
        assertThat(many.status()).isEqualTo(422);
        assertThat(error(many, "beneficiaires")).isEqualTo("Renseignez de 1 à 500 bénéficiaires.");
    }

    @Test
    @DisplayName("FUND-14 a beneficiary that another request funds is told; the request's own is no obstacle")
    void funded() {
        Map<String, String> typed = open(Couloir.MDV, Field.BENEFICIARIES);
        asked.toModify(
                enrolled,
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                        .times(1)
                        .with("/demandes/0/numeroEditeur", "\"B2\"")
                        .with("/demandes/0/beneficiaires/0/rpps", "\"10009999999\""),
                Field.AMOUNT);
        typed.put("beneficiaires.0.rpps", "10009999999");
        Browser.Page page = send(typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(error(page, "beneficiaires.0.rpps")).contains("10009999999", "a déjà une avance pour ce logiciel");

        typed.put("beneficiaires.0.rpps", "00000000001");
        typed.put("beneficiaires.0.nom", "Dupond");
        isSent(send(typed));
    }
}
