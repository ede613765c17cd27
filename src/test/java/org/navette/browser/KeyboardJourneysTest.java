package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.CareEstablishment;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.providers.CareDesk;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

/** The journey of partners is in {@link KeyboardTest}. Nothing is clicked here, and the focus is seen at each step. */
@BrowserTest
@DisplayName("With the keyboard alone")
class KeyboardJourneysTest {

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    FundingWorld funding;

    @Autowired
    ImportWorld imports;

    @Autowired
    ProviderWorld providers;

    @Autowired
    CareDesk care;

    @Test
    @DisplayName("COMM-17 a procedure is prepared with a document, corrected where the summary leads, and sent")
    void procedure(Visitor visitor) {
        var keys = new Keyboard(visitor);
        Office office = procedures.responsible();
        visitor.open("/demarches/connexion").sees("Connexion");
        keys.fill("Adresse e-mail", procedures.login(office));
        keys.fill("Mot de passe", ProcedureWorld.PASSWORD).press("Enter");
        visitor.sees("Vos demandes");
        keys.skip().press("Enter", visitor.page.locator("main").getByText("Nouvelle demande"));
        visitor.sees("Nouvelle demande");
        keys.press("Enter", visitor.button("Commencer : Demande d'attestation"));

        visitor.sees("Demande d'attestation").reads("Documents attendus");
        Locator letter = visitor.button("Choisir des fichiers : Courrier précisant l'attestation demandée");
        keys.choose(letter, "courrier.pdf");
        assertThat(visitor.page.getByText("Aperçu de courrier.pdf").first()).isVisible();
        assertThat(letter).isFocused();
        keys.back(letter).press("Enter", visitor.button("Supprimer courrier.pdf"));
        assertThat(visitor.button("Supprimer courrier.pdf")).hasCount(0);
        keys.isSomewhere().press("Enter", visitor.link("Suivant"));

        ready(visitor, "head-office");
        keys.fill("Téléphone", "12");
        visitor.expecting(422);
        keys.press("Enter", visitor.button("Suivant"));
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("dix chiffres");
        keys.mend(visitor.field("Téléphone")).press("ControlOrMeta+A").type("0199001002");
        keys.press("Enter", visitor.button("Suivant"));
        for (String step : List.of("establishment", "technical")) {
            ready(visitor, step);
            keys.press("Enter", visitor.button("Suivant"));
        }
        assertThat(visitor.page).hasURL(Pattern.compile(".*/validation"));
        for (String commitment :
                List.of("Je certifie l'exactitude", "Je m'engage à respecter", "Je m'engage à signaler")) {
            Locator box = visitor.page.getByLabel(commitment);
            keys.press("Space", box);
            assertThat(box).isChecked();
        }
        keys.press("Enter", visitor.button("Enregistrer"));
        visitor.reads("Relisez votre demande");
        keys.press("Enter", visitor.button("Valider votre engagement et votre demande"));
        visitor.reads("est transmise");
    }

    private static void ready(Visitor visitor, String step) {
        assertThat(visitor.page).hasURL(Pattern.compile(".*/etapes/" + step));
        assertThat(visitor.page.locator(".fjs-container")).isVisible();
    }

    @Test
    @DisplayName("COMM-17 a file of funding requests is simulated, imported, and one of its requests gets its document")
    void funding(Visitor visitor) {
        var keys = new Keyboard(visitor);
        Enrolled enrolled = funding.enrolled(Couloir.MDV);
        visitor.open("/segur/connexion").sees("Connexion");
        keys.fill("Identifiant", enrolled.supplier().uid());
        keys.fill("Mot de passe", FundingWorld.PASSWORD).press("Enter");
        visitor.sees("Accueil fournisseur");
        keys.skip().back(visitor.link("Importation JSON")).press("Enter");
        visitor.sees("Imports de fichiers JSON");
        keys.press("Enter", visitor.link("Importer des demandes").first());
        visitor.sees("Importer des demandes").expecting(422);
        keys.press("Enter", visitor.button("Simuler"));
        visitor.reads("4 points à corriger");
        keys.mend(visitor.select("Type de demande")).type(RequestType.ADVANCE.label());
        keys.to(visitor.select("Numéro ANS")).type(enrolled.software());
        keys.to(visitor.select("Taux de TVA")).type("20");
        String file = ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                .times(2)
                .text();
        keys.choose(
                visitor.page.getByLabel("Fichier JSON"),
                new FilePayload("demandes.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        keys.press("Enter", visitor.button("Simuler"));
        visitor.reads("Les 2 demandes seront déposées.");
        keys.press("Enter", visitor.button("Importer"));
        visitor.reads("Import en cours");
        imports.run(Long.parseLong(visitor.path().replaceAll("\\D", "")));
        visitor.reads("Bilan");
        keys.press("Enter", visitor.link("Ajouter les pièces jointes"));
        visitor.sees("Demandes importées non complétées");
        keys.press("Enter", visitor.page.locator("a:has-text('Ajouter')").first());

        visitor.reads("Pièces à joindre");
        keys.press("Enter", visitor.button("Valider l'ajout"));
        keys.mend(visitor.page.locator(".document h3").first());
        Locator place = visitor.page.locator(".document button").first();
        keys.choose(place, new FilePayload("bon-de-commande.pdf", "application/pdf", SegurSteps.pdf()));
        assertThat(visitor.page.getByText("Aperçu de bon-de-commande.pdf").first())
                .isVisible();
        keys.isSomewhere().press("Enter", visitor.button("Valider l'ajout"));
        visitor.reads("est en cours");
    }

    @Test
    @DisplayName("COMM-17 an establishment signs in to one of its accounts and looks up the rights of a patient")
    void rights(Visitor visitor) {
        var keys = new Keyboard(visitor);
        CareEstablishment clinic = providers.member();
        String insured = care.insured(care.today().minusYears(1), care.today().minusDays(1));
        visitor.open("/soins/connexion").sees("Connexion");
        keys.fill("INPE de l’établissement", clinic.inpe()).press("Enter");
        keys.pick(radio(visitor, "Prises en charge"));
        keys.pick(radio(visitor, "Secondaire"));
        assertThat(visitor.field("Identifiant du compte secondaire")).isVisible();
        keys.press("ArrowUp");
        assertThat(radio(visitor, "Principal")).isChecked();
        keys.fill("Mot de passe", ProviderWorld.PASSWORD).press("Enter");
        visitor.sees(clinic.name());
        keys.skip().press("Enter", visitor.link("Consulter des droits"));
        visitor.sees("Droits assurés").expecting(422);
        Locator field = visitor.field("N° CNSS ou CNI de l’assuré");
        keys.to(field).type("12").press("Enter");
        visitor.reads("1 point à corriger");
        keys.mend(field).press("ControlOrMeta+A").type(insured).press("Enter");
        visitor.reads("Assuré n° " + insured).reads("Fermés");
    }

    private static Locator radio(Visitor visitor, String name) {
        return visitor.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    @DisplayName("COMM-17 an agent finds a task in Tasklist, takes it in charge and answers in its dossier")
    void agent(Visitor agent) {
        var keys = new Keyboard(agent);
        String number = partners.deposit(partners.desk("623"), "partners.case-review");
        agent.open("/agents/connexion").sees("Connexion");
        keys.fill("Identifiant", partners.agent("623"));
        keys.fill("Mot de passe", PartnerWorld.PASSWORD).press("Enter");
        agent.page.waitForURL("**/camunda/app/tasklist/**");
        Tasklist.filter(agent, "À prendre en charge").waitFor();
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/tasklist.html"), agent.page.content());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        keys.press("Enter", Tasklist.filter(agent, "À prendre en charge"));
        Locator card = Tasklist.card(agent, number);
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/tasklist2.html"), agent.page.content());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        keys.press("Enter", card.locator("a").first());
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/tasklist3.html"), agent.page.content());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        keys.press("Enter", dossier.locator("[data-take]"));
        assertThat(agent.page.locator("[data-task-form] .fjs-container")).isVisible();
        assertThat(dossier.locator("#dossier-act")).isFocused();
        Locator answer = agent.page.locator("[data-task-form] textarea");
        Locator send = agent.button("Répondre et terminer la tâche");
        keys.press("Enter", send).mend(answer).type("Les droits sont ouverts.");
        keys.press("Enter", send);
        assertThat(agent.page.locator("section.task-card")).isHidden();
        keys.isSomewhere();
    }
}
