package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.Declaration;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ModificationWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The page of a modification")
class ModificationPagesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ModificationWorld asked;

    @Test
    @DisplayName("FUND-14 a supplier changes what the agent has named, is told what is wrong, and adds a piece")
    void changes(Visitor visitor) {
        Enrolled enrolled = world.enrolled(Couloir.MS1);
        String number = asked.toModify(enrolled, Couloir.MS1, Field.values());
        SegurSteps.signIn(visitor, enrolled.supplier());
        visitor.open("/segur/demandes/" + number).link("Modifier la demande").click();
        visitor.sees("Modifier la demande " + number);
        assertThat(area(visitor)).isVisible();
        visitor.looks("segur-modification");

        Locator second = row(visitor, "Bénéficiaire à ajouter").first();
        Page page = visitor.page;
        visitor.field("Date de la commande").fill("31/02/2026");
        fill(second, "Nom", "N'Guyen");
        fill(second, "Numéro FINESS", "2B0018578");
        fill(second, "Téléphone", "12");
        visitor.expecting(422).button("Valider mes modifications").click();
        Locator summary = page.locator("[data-error-summary]");
        assertThat(summary).containsText("4 points à corriger");
        assertThat(summary).isFocused();
        assertThat(area(visitor)).isVisible();
        visitor.looks("segur-modification-refused");
        summary.getByText("Bénéficiaire 2, Téléphone").click();
        assertThat(page.locator("[id='beneficiaires.1.telephone']")).isFocused();
        assertThat(visitor.field("Date de la commande")).hasValue("31/02/2026");

        visitor.field("Date de la commande").fill("20/05/2026");
        Locator added = row(visitor, "Bénéficiaire 2");
        fill(added, "Téléphone", "01 99 00 10 03");
        fill(added, "Adresse électronique", "nguyen@iles.example");
        Locator mandatary = page.locator("[id=mandataire]");
        fill(mandatary, "Nom", "Lefèvre");
        fill(mandatary, "Raison sociale", "Groupement des Deux Rives");
        fill(mandatary, "Adresse électronique", "achats@deux-rives.example");
        fill(mandatary, "Téléphone", "0199001010");
        visitor.button("Ajouter des lignes (établissement)").click();
        assertThat(visitor.field("Date de la commande")).hasValue("20/05/2026");
        page.locator(".document input[type=file]").first().setInputFiles(Samples.pdf("bdc.pdf"));
        assertThat(page.getByText("Aperçu de bdc.pdf").first()).isVisible();
        visitor.button("Valider mes modifications").click();
        visitor.sees("Détails de la demande numéro " + number)
                .reads("Vos modifications sont transmises")
                .looks("segur-modification-sent");

        Declaration declared = asked.own(number).declaration();
        Assertions.assertThat(declared.beneficiaries())
                .extracting(Declaration.Beneficiary::name)
                .containsExactly("Dupont", "N'Guyen");
        Assertions.assertThat(asked.status(number)).isEqualTo("En cours");
    }

    private static Locator area(Visitor visitor) {
        return visitor.page
                .locator("[data-upload] input[type=file]")
                .locator("xpath=../..")
                .first();
    }

    private static Locator row(Visitor visitor, String title) {
        return visitor.page
                .locator("fieldset")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page.getByText(title, new Page.GetByTextOptions().setExact(true))));
    }

    private static void fill(Locator place, String label, String text) {
        place.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
    }
}
