package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Standing;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A procedure")
class ProcedurePagesTest {

    private static final List<String> COMMITMENTS =
            List.of("Je certifie l'exactitude", "Je m'engage à respecter", "Je m'engage à signaler");

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Test
    @DisplayName("PROC-04 PROC-07 PROC-12 is prepared step by step, sent, corrected twice, and accepted")
    void corrections(Visitor visitor) {
        Office office = world.responsible();
        visitor.at(world, office).sees("Vos demandes").looks("procedures-home");
        begin(visitor, "Changement d'adresse");
        visitor.looks("procedures-documents");
        Locator places = visitor.page.locator("input[type=file]");
        attach(visitor, places.nth(0), "kbis.pdf");
        attach(visitor, places.nth(1), "bail 2026.pdf");
        visitor.link("Suivant").click();

        ready(visitor).looks("procedures-head-office");
        visitor.field("Numéro et voie").fill("12 rue des Lilas");
        visitor.field("Téléphone").fill("12");
        visitor.expecting(422).button("Suivant").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("dix chiffres");
        ready(visitor);
        assertThat(visitor.field("Numéro et voie")).hasValue("12 rue des Lilas");
        visitor.field("Téléphone").fill("01 99 00 10 02");
        visitor.button("Suivant").click();
        at(visitor, "establishment").button("Suivant").click();
        at(visitor, "technical");
        addPerson(visitor);
        visitor.looks("procedures-technical");
        visitor.button("Suivant").click();

        commit(visitor, "procedures-validation");
        visitor.looks("procedures-recap");
        visitor.button("Valider votre engagement et votre demande").click();
        visitor.reads("est transmise").reads("12 rue des Lilas").looks("procedures-detail");
        String number = visitor.path().substring(visitor.path().lastIndexOf('/') + 1);

        service.ask(number, List.of("head-office"), List.of("kbis"));
        visitor.open("/demarches").sees("Vos demandes").reads("Action attendue");
        world.draft(office, "staff-change");
        visitor.page.reload();
        visitor.looks("procedures-home-awaited");
        visitor.link("Consulter la demande " + number).click();
        visitor.button("Corriger la demande").click();
        visitor.reads("Ce qui vous est demandé").looks("procedures-correction");
        assertThat(visitor.page.locator("input[type=file]")).hasCount(1);
        attach(visitor, visitor.page.locator("input[type=file]"), "kbis recent.pdf");
        visitor.link("Suivant").click();
        ready(visitor).field("Numéro et voie").fill("14 bis rue des Lilas");
        visitor.button("Suivant").click();
        visitor.reads("Cette étape ne peut pas être modifiée.")
                .reads("Le Canal")
                .looks("procedures-locked");
        assertThat(visitor.page.locator("form[data-navette-form]")).hasCount(0);
        resend(visitor);
        visitor.reads("14 bis rue des Lilas").reads("kbis recent.pdf").reads("Corrections reçues");

        service.ask(number, List.of("technical"), List.of());
        visitor.page.reload();
        visitor.button("Corriger la demande").click();
        at(visitor, "technical");
        resend(visitor);
        service.accept(number);
        visitor.page.reload();
        visitor.reads("Traitée");
        visitor.open("/demarches/demandes").sees("Historique").looks("procedures-history");
        assertThat(visitor.link("Consulter le détail de la demande " + number)).isVisible();
    }

    @Test
    @DisplayName("PROC-05 what is typed is kept every half minute, and goes on at the same step in another browser")
    void autosave(Visitor office, Visitor home) {
        Office person = world.responsible();
        office.page.clock().install();
        office.at(world, person);
        begin(office, "Modification de personnel");
        office.link("Suivant").click();
        ready(office).field("Numéro et voie").fill("1 place du Marché");
        office.field("Numéro et voie").blur();
        office.page.clock().fastForward("00:31");
        assertThat(office.page.locator(".saved")).hasText("Brouillon enregistré.");
        home.at(world, person);
        home.page.getByText("Reprendre").click();
        ready(home);
        assertThat(home.field("Numéro et voie")).hasValue("1 place du Marché");
    }

    @Test
    @DisplayName("PROC-05 of two tabs on one draft the later save is told, and replaces only when sent again")
    void twoTabs(Visitor first, Visitor second) {
        Office office = world.responsible();
        first.at(world, office);
        begin(first, "Demande d'attestation");
        first.link("Suivant").click();
        ready(first);
        String page = first.path();
        second.at(world, office).open(page);
        ready(second).field("Commune").fill("LYON");
        second.button("Suivant").click();
        at(second, "establishment");
        first.field("Commune").fill("NANTES");
        first.expecting(409).button("Suivant").click();
        assertThat(first.page.locator("[data-error-summary]")).containsText("dans un autre onglet");
        ready(first);
        assertThat(first.field("Commune")).hasValue("NANTES");
        second.open(page);
        ready(second);
        assertThat(second.field("Commune")).hasValue("LYON");
        first.button("Suivant").click();
        at(first, "establishment");
    }

    @Test
    @DisplayName("PROC-08 a known SIRET fills what is empty and replaces nothing that was typed")
    void suggestions(Visitor visitor) {
        Office office = world.responsible();
        visitor.at(world, office);
        begin(visitor, "Création d'un établissement secondaire");
        visitor.open(visitor.path().replace("documents", "etapes/establishment"));
        ready(visitor).field("Commune").fill("NANTES");
        visitor.field("SIRET de l'établissement").fill(world.siret(office));
        assertThat(visitor.field("Numéro et voie")).hasValue("3 quai de Valmy");
        assertThat(visitor.field("Commune")).hasValue("NANTES");
        assertThat(visitor.page.locator(".saved")).containsText("annuaire");
        visitor.field("SIRET de l'établissement")
                .fill(world.company().headOffice().orElseThrow().siret());
        assertThat(visitor.field("Numéro et voie")).hasValue("3 quai de Valmy");
    }

    @Test
    @DisplayName("PROC-09 a document that is not as expected says which of name, extension, size or content it was")
    void refusedDocument(Visitor visitor) {
        visitor.at(world, world.responsible());
        begin(visitor, "Changement d'adresse");
        Locator place = visitor.page.locator("input[type=file]").first();
        visitor.expecting(422);
        place.setInputFiles(new FilePayload("relevé.pdf", "application/pdf", Samples.pdfBytes()));
        Locator failed = visitor.page.locator(".upload__list").first();
        assertThat(failed).containsText("Nom, Extension, Taille ou Contenu du document non conforme à l'attendu");
        visitor.looks("procedures-refused-document");
    }

    @Test
    @DisplayName("PROC-13 a request without follow-up says so, and a new one begins with its answers")
    void abandoned(Visitor visitor) {
        Office office = world.responsible();
        String number = world.send(office, "address-change");
        service.ask(number, List.of("head-office"), List.of());
        for (int day = 15; day <= 60; day += 15) {
            service.later(java.time.Duration.ofDays(15).plusMinutes(5));
            service.runDueTimers(number);
        }
        org.camunda.bpm.engine.impl.util.ClockUtil.reset();
        visitor.at(world, office).open("/demarches/demandes/" + number);
        visitor.reads("Cette demande est sans suite").looks("procedures-abandoned");
        visitor.button("Commencer une nouvelle demande à partir de celle-ci").click();
        visitor.sees("Changement d'adresse");
        assertThat(visitor.page.locator(".upload__list li")).hasCount(0);
    }

    @Test
    @DisplayName("PROC-03 who only reads finds no way to act")
    void reader(Visitor visitor) {
        Office responsible = world.responsible();
        String number = world.send(responsible, "certificate");
        Office reader = world.colleague(responsible, Standing.READER);
        visitor.at(world, reader).reads("les faire revient à ses responsables juridiques");
        assertThat(visitor.link("Nouvelle demande")).hasCount(0);
        visitor.open("/demarches/demandes/" + number).reads("En traitement");
        visitor.expecting(403).open("/demarches/demandes/nouvelle");
        Assertions.assertThat(visitor.page.content()).doesNotContain("Commencer");
    }

    private static void begin(Visitor visitor, String kind) {
        visitor.open("/demarches/demandes/nouvelle").sees("Nouvelle demande");
        visitor.button("Commencer : " + kind).click();
        visitor.sees(kind).reads("Documents attendus");
    }

    private static void attach(Visitor visitor, Locator place, String name) {
        place.setInputFiles(new FilePayload(name, "application/pdf", Samples.pdfBytes()));
        assertThat(visitor.button("Supprimer " + name).first()).isVisible();
        assertThat(visitor.page.getByText("Aperçu de " + name).first()).isVisible();
    }

    private static Visitor ready(Visitor visitor) {
        assertThat(visitor.page.locator(".fjs-container")).isVisible();
        return visitor;
    }

    private static Visitor at(Visitor visitor, String step) {
        assertThat(visitor.page).hasURL(Pattern.compile(".*/etapes/" + step));
        return ready(visitor);
    }

    private static void addPerson(Visitor visitor) {
        visitor.link("Ajouter un responsable technique").click();
        ready(visitor).looks("procedures-person");
        visitor.chip("Madame").click();
        Map.of(
                        "Nom", "d'Ormesson",
                        "Prénom", "Zoé",
                        "Date de naissance", "05/03/1985",
                        "Diplôme ou qualification", "Orthopédiste-orthésiste",
                        "Numéro RPPS", "10001234567")
                .forEach((field, value) -> visitor.field(field).fill(value));
        visitor.expecting(422).button("Ajouter").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("RPPS");
        ready(visitor).field("Numéro RPPS").fill("");
        visitor.button("Ajouter").click();
        at(visitor, "technical").reads("D'ORMESSON Zoé");
    }

    private static void commit(Visitor visitor, String look) {
        assertThat(visitor.page).hasURL(Pattern.compile(".*/validation"));
        ready(visitor).looks(look);
        COMMITMENTS.forEach(commitment -> visitor.page.getByText(commitment).click());
        visitor.button("Enregistrer").click();
        visitor.reads("Relisez votre demande");
    }

    private static void resend(Visitor visitor) {
        visitor.page
                .locator(".steps a")
                .filter(new Locator.FilterOptions().setHasText("Validation"))
                .click();
        assertThat(visitor.page).hasURL(Pattern.compile(".*/validation"));
        ready(visitor);
        COMMITMENTS.forEach(commitment -> visitor.page.getByText(commitment).click());
        visitor.button("Enregistrer").click();
        visitor.button("Valider votre engagement et votre demande").click();
        visitor.reads("est transmise");
    }
}
