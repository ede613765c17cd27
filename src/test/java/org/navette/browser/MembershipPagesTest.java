package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A membership")
class MembershipPagesTest {

    private static final String OWN = "une phrase que seule la clinique connaît";

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    SentLetters letters;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("PROV-01 PROV-02 PROV-03 PROV-04 goes from the INPE over three agents' steps to the first sign-in")
    void wholeWay(Visitor visitor, Visitor agent, Visitor controller) {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String email = ProviderWorld.email(clinic);
        visitor.open("/soins").sees("Portail des professionnels de santé").looks("soins-open");
        visitor.page
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Nouvelle adhésion"))
                .click();
        visitor.sees("Nouvelle adhésion").looks("soins-inpe");
        visitor.field("INPE de l’établissement").fill("12345");
        visitor.expecting(422).button("Valider").click();
        visitor.reads("neuf chiffres").looks("soins-inpe-refused");
        visitor.field("INPE de l’établissement").fill(clinic.inpe());
        visitor.button("Valider").click();
        ready(visitor).looks("soins-form");
        fill(visitor, email, "0512345678");
        visitor.expecting(422).button("Valider").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("GSM");
        ready(visitor).looks("soins-form-refused");
        visitor.field("Numéro GSM").fill("06 12 34 56 78");
        visitor.button("Valider").click();
        visitor.sees("Demande enregistrée").looks("soins-sent");
        var found = Pattern.compile("ADH-\\d{4}-\\d{6}").matcher(visitor.page.content());
        org.assertj.core.api.Assertions.assertThat(found.find()).isTrue();
        String number = found.group();
        var paper = visitor.page.waitForDownload(
                () -> visitor.button("Télécharger le formulaire").click());
        org.assertj.core.api.Assertions.assertThat(paper.suggestedFilename())
                .isEqualTo("formulaire-" + number + ".pdf");

        treat(agent, number);
        follow(visitor, number, clinic, email).reads("Traitée").looks("soins-followed");
        control(controller, number);
        follow(visitor, number, clinic, email).reads("Comptes ouverts");

        String mailed = world.mailed(email, world.principal(clinic, Profile.PEC).label());
        visitor.open("/soins/connexion").looks("soins-sign-in");
        visitor.field("INPE de l’établissement").fill(clinic.inpe());
        visitor.button("Continuer").click();
        radio(visitor, "Prises en charge").check();
        radio(visitor, "Secondaire").check();
        assertThat(visitor.field("Identifiant du compte secondaire")).isVisible();
        radio(visitor, "Principal").check();
        assertThat(visitor.field("Identifiant du compte secondaire")).isHidden();
        visitor.field("Mot de passe").fill("un mot de passe faux");
        visitor.expecting(422).button("Se connecter").click();
        visitor.reads("ne permettent pas de vous connecter").looks("soins-sign-in-refused");
        visitor.field("Mot de passe").fill(mailed);
        visitor.button("Se connecter").click();
        visitor.sees("Changer de mot de passe").reads("ne sert qu'une fois").looks("soins-first-password");
        visitor.field("Mot de passe actuel").fill(mailed);
        visitor.field("Nouveau mot de passe").fill(OWN);
        visitor.field("Nouveau mot de passe, une seconde fois").fill(OWN);
        visitor.button("Enregistrer").click();
        visitor.sees(clinic.name()).looks("soins-home");
        visitor.link("Mon compte").click();
        visitor.sees("Mon compte").reads(clinic.inpe()).looks("soins-account");
    }

    private void treat(Visitor agent, String number) {
        Tasklist.take(agent, agency.agent(), "Adhésions au portail", number);
        agent.page.getByLabel("Est complet, signé et cacheté").check();
        agent.field("Date de réception").fill(ProviderWorld.day(LocalDate.now(clock)));
        agent.page.keyboard().press("Tab");
        agent.field("Agence").fill("Rabat Agdal");
        agent.page
                .getByLabel("La copie de la pièce d'identité du directeur est jointe")
                .check();
        done(agent, "Réception en agence");
        Tasklist.card(agent, number).click();
        agent.page.locator(".dossier [data-take]").click();
        agent.page.getByLabel("Les informations sont exactes").check();
        done(agent, "Traitement");
    }

    private void control(Visitor controller, String number) {
        Tasklist.take(controller, agency.controller(), "Adhésions au portail", number);
        assertThat(controller.page.locator(".dossier")).containsText("Accusé de réception");
        controller.page.getByLabel("Ouvrir les comptes").check();
        done(controller, "Contrôle");
    }

    private static void done(Visitor agent, String task) {
        agent.button(task + " et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
    }

    private static Visitor follow(Visitor visitor, String number, CareEstablishment clinic, String email) {
        visitor.open("/soins/suivi").sees("Suivre ma demande");
        visitor.field("Numéro de dossier").fill(number);
        visitor.field("INPE de l’établissement").fill(clinic.inpe());
        visitor.field("Adresse e-mail").fill(email);
        visitor.button("Afficher").click();
        return visitor;
    }

    private static void fill(Visitor visitor, String email, String gsm) {
        Map.of(
                        "Identifiant commun de l'entreprise (ICE)", "001561191000066",
                        "Identifiant CNSS de l'établissement", "1234567",
                        "Nom", "El Amrani",
                        "Prénom", "Naïma",
                        "INPE du praticien", "101234567",
                        "CNIE ou carte de séjour", "BE123456",
                        "Adresse e-mail", email,
                        "Numéro GSM", gsm)
                .forEach((label, text) -> visitor.field(label).fill(text));
        visitor.page.getByLabel("Le directeur prend ces engagements").check();
        visitor.page.getByLabel("J'ai lu et j'accepte les mentions légales").check();
    }

    private static Locator radio(Visitor visitor, String name) {
        return visitor.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    private static Visitor ready(Visitor visitor) {
        assertThat(visitor.page.locator("[data-navette-form] .fjs-container")).isVisible();
        return visitor;
    }
}
