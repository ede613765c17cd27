package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Templates of documents")
class TemplatePagesTest {

    private static final String ORDER = "Modèle de bon de commande – couloir Hôpital";
    private static final String CHECK = "Modèle de vérification d'aptitude – couloir Hôpital";

    @Autowired
    FundingWorld world;

    @Autowired
    TemplateWorld templates;

    @Autowired
    PayingAgency agency;

    private Supplier supplier;

    @BeforeEach
    void supplier() {
        supplier = templates.supplier(Couloir.HOP);
    }

    @Test
    @DisplayName("FUND-22 a template goes from the supplier's import through the agent's list to the history")
    void wholeWay(Visitor visitor, Visitor agent) {
        visitor.at(world, supplier).sees("Accueil fournisseur").looks("segur-home-wave-2");
        visitor.link("Mes modèles de documents").click();
        visitor.sees("Mes modèles de documents").looks("segur-templates-none");
        Locator dialog = visitor.page.locator("dialog.answer");

        visitor.expecting(422).button("Importer").click();
        assertThat(dialog).containsText("Fichier non importé");
        visitor.looks("segur-templates-refused");
        dialog.getByText("Choisissez le type de fichier").click();
        assertThat(dialog).isHidden();
        assertThat(visitor.page.locator("#type")).isFocused();
        visitor.looks("segur-templates-errors");

        take(visitor, ORDER, "modèle accentué.pdf");
        assertThat(dialog).containsText("son nom ne doit pas excéder 50 caractères");
        visitor.page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(visitor.page.locator("#file")).isFocused();
        assertThat(visitor.page.locator("#type")).hasValue("MODELE_BDC_HOP");

        take(visitor, ORDER, "bon-de-commande.pdf");
        assertThat(dialog).containsText("Fichier importé");
        visitor.looks("segur-templates-imported");
        visitor.button("Fermer").click();
        assertThat(visitor.page.locator("#titre-en-cours")).isFocused();
        take(visitor, CHECK, "verification-d-aptitude-du-couloir-hopital-v2.pdf");
        visitor.button("Fermer").click();
        take(visitor, CHECK, "a-supprimer.pdf");
        visitor.button("Fermer").click();
        visitor.looks("segur-templates-waiting");
        visitor.button("Supprimer a-supprimer.pdf").click();
        visitor.reads("est supprimé");
        visitor.button("Valider mon import").click();
        visitor.reads("Vos 2 modèles sont envoyés à l'agence").looks("segur-templates-sent");
        String number =
                visitor.page.locator("main").textContent().replaceFirst("(?s).*?à l'agence\u00a0: (MOD\\d+).*", "$1");

        Locator dossier = Tasklist.take(agent, agency.agent(), "Modèles de documents Ségur", number);
        assertThat(dossier).containsText("Logiciels enrôlés en vague 2");
        assertThat(dossier.getByText("Aperçu de bon-de-commande.pdf")).hasCount(1);
        assertThat(dossier.getByText("Fichiers à joindre")).hasCount(0);
        agent.page.getByLabel("Rejeter").check();
        agent.page
                .locator("[data-task-form] textarea")
                .first()
                .fill("Le montant du Ségur n'est pas sur une ligne à part.");
        agent.photograph("tasklist-template");
        agent.button("Instruire le modèle de document et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        visitor.open("/segur/modeles").reads("Rejeté");
        visitor.page.locator("details.remark summary").click();
        visitor.reads("Le montant du Ségur").looks("segur-templates-history");
    }

    @Test
    @DisplayName("FUND-22 without a script the answer to an import stands in the page")
    void withoutScript(Visitor visitor) {
        visitor.at(world, supplier).open("/segur/modeles").sees("Mes modèles de documents");
        try (BrowserContext plain = visitor.page
                .context()
                .browser()
                .newContext(new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setLocale("fr-FR")
                        .setStorageState(visitor.page.context().storageState()))) {
            Page page = plain.newPage();
            page.navigate(visitor.page.url());
            page.getByText("Importer", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("dialog.answer")).containsText("Choisissez un fichier");
            photograph(page, "segur-templates-refused-no-script");
            page.locator("#type").selectOption(ORDER);
            page.locator("#file").setInputFiles(Samples.pdf("bon-de-commande.pdf"));
            page.getByText("Importer", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("dialog.answer")).containsText("Fichier importé");
            photograph(page, "segur-templates-imported-no-script");
            page.getByText("Fermer").click();
            assertThat(page.locator("dialog.answer")).isHidden();
            page.getByText("Valider mon import").click();
            assertThat(page.locator("main")).containsText("est envoyé à l'agence\u00a0: MOD");
        }
    }

    private static void take(Visitor visitor, String kind, String name) {
        visitor.page.locator("#type").selectOption(kind);
        visitor.page.locator("#file").setInputFiles(Samples.pdf(name));
        visitor.button("Importer").click();
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }
}
