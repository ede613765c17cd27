package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.Profile;

@DisplayName("The reimbursement files of an establishment")
class ReimbursementsOverHttpTest extends CareOverHttp {

    private static final String LIST = "/soins/paiements/dossiers";
    private static final String ALAOUI = "111222333";
    private static final String BENNIS = "444555666";
    private static final String AGREEMENT = "PEC-2025-000077";

    /** in treatment, deposited today */
    private String fresh;
    /** returned, deposited on the first day of last year */
    private String returned;
    /** deposited the day before */
    private String old;

    @BeforeAll
    void files() {
        fresh = care.file(clinic, Bill.of(ALAOUI, "Youssef Alaoui", today(), "2500.00"));
        returned = care.file(
                clinic,
                Bill.of(BENNIS, "Rim Bennis", lastYear(), "830.40")
                        .with(AGREEMENT)
                        .is("returned", "Ordonnance illisible."));
        old = care.file(
                clinic,
                Bill.of(BENNIS, "Rim Bennis", lastYear().minusDays(1), "100.00").is("cancelled", null));
    }

    @Test
    @DisplayName(
            "PROV-12 are listed with the guide's columns since the first of January of last year, the latest first")
    void columns() {
        Browser.Page page = ok(payments, LIST);
        assertThat(numbers(page)).containsExactly(fresh, returned);
        assertThat(page.text())
                .contains(
                        "Nombre de dossiers : 2",
                        "N° CNSS ↕",
                        "Bénéficiaire",
                        "N° du DR",
                        "Date de dépôt ▼",
                        "N° de la PEC",
                        "Montant facturé (DH)",
                        "Date de soins",
                        "Situation du dossier",
                        "Date de situation",
                        "Motifs retour")
                .contains(BENNIS + " Rim Bennis " + returned + " " + day(lastYear()) + " " + AGREEMENT
                        + " 830,40\u00a0DH " + day(lastYear().minusDays(3)) + " Retourné "
                        + day(lastYear().plusDays(2))
                        + " Ordonnance illisible.");
        assertThat(page.body()).contains("value=\"" + lastYear() + "\"");
    }

    @Test
    @DisplayName("PROV-12 each criterion narrows the list, alone and together")
    void criteria() {
        assertThat(listed(payments, LIST + "?cnss=" + ALAOUI)).containsExactly(fresh);
        assertThat(listed(payments, LIST + "?pec=" + AGREEMENT)).containsExactly(returned);
        assertThat(listed(payments, LIST + "?dr=" + fresh)).containsExactly(fresh);
        assertThat(listed(payments, LIST + "?situation=returned")).containsExactly(returned);
        assertThat(listed(payments, LIST + "?du=" + today())).containsExactly(fresh);
        assertThat(listed(payments, LIST + "?au=" + lastYear())).containsExactly(returned);
        // a first day that is emptied is no first day
        assertThat(listed(payments, LIST + "?du=&situation=cancelled")).containsExactly(old);
        assertThat(listed(payments, LIST + "?du=&cnss=" + BENNIS)).containsExactly(returned, old);
        assertThat(listed(
                        payments,
                        LIST + "?cnss=" + BENNIS + "&pec=" + AGREEMENT + "&dr=" + returned + "&situation=returned&du="
                                + lastYear() + "&au=" + lastYear()))
                .containsExactly(returned);
        assertThat(listed(payments, LIST + "?cnss=" + ALAOUI + "&situation=returned"))
                .isEmpty();
    }

    @Test
    @DisplayName("PROV-12 are sorted by the columns that have an order; pages and orders keep an emptied day")
    void sorted() {
        assertThat(listed(payments, LIST + "?tri=facture")).containsExactly(returned, fresh);
        assertThat(listed(payments, LIST + "?tri=depot")).containsExactly(returned, fresh);
        for (String column :
                new String[] {"cnss", "beneficiaire", "dr", "pec", "soins", "situation", "date-situation"}) {
            assertThat(listed(payments, LIST + "?tri=" + column + "&ordre=decroissant"))
                    .hasSize(2);
        }
        // reasons are no order
        assertThat(listed(payments, LIST + "?tri=motifs")).containsExactly(fresh, returned);
        Browser.Page page = ok(payments, LIST + "?du=&tri=facture");
        assertThat(numbers(page)).containsExactly(old, returned, fresh);
        assertThat(page.body()).contains(LIST + "?du=&amp;au=&amp;tri=facture&amp;ordre=decroissant");
    }

    @ParameterizedTest
    @CsvSource({
        "cnss=1, cnss",
        "dr=PEC-2026-000001, dr",
        "dr=DR-26-1, dr",
        "pec=DR-2026-0000001, pec",
        "du=01/13/2026, du",
        "au=1899-01-01, au",
        "du=2026-05-01&au=01/04/2026, au"
    })
    @DisplayName("PROV-12 a wrong criterion is said beside its field")
    void wrong(String query, String field) {
        for (String path : new String[] {LIST, LIST + ".xlsx"}) {
            Browser.Page page = payments.get(path + "?" + query);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("id=\"" + field + "-error\"").doesNotContain(fresh);
        }
    }

    @Test
    @DisplayName("PROV-17 another establishment and the other profile do not see them")
    void isolated() {
        Browser stranger = world.browser(world.member(), Profile.PAYMENTS, port);
        for (String query : new String[] {"", "?dr=" + fresh, "?cnss=" + ALAOUI, "?pec=" + AGREEMENT}) {
            assertThat(listed(stranger, LIST + query)).isEmpty();
        }
        assertThat(sheet(stranger, LIST + ".xlsx").rows()).isEmpty();
        assertThat(pec.get(LIST).status()).isEqualTo(403);
        assertThat(pec.get(LIST + ".xlsx").status()).isEqualTo(403);
    }
}
