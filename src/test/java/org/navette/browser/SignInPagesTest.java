package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.accounts.Accounts;
import org.navette.directory.Structure;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Coming in")
class SignInPagesTest {

    private static final String PASSWORD = "une phrase bien à moi seule";

    @Autowired
    PartnerWorld world;

    @Autowired
    Accounts accounts;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("COMM-17 the first page leads to the espaces and to the agents")
    void doors(Visitor visitor) {
        visitor.open("/").sees("Navette").looks("first-page");
        visitor.link("Entrer : Espace Partenaires").click();
        visitor.sees("Connexion");
        visitor.open("/");
        visitor.link("Entrer : agents des organismes").click();
        visitor.sees("Connexion").looks("agents-sign-in");
    }

    @Test
    @DisplayName("PART-01 a new account is activated by its mailed link; a password too short is explained")
    void activation(Visitor visitor) {
        String email = "nouvelle." + UUID.randomUUID() + "@world.example";
        accounts.create("partners", email, email, "Inès", "Nouvelle");
        String link = letters.lastTo(email).link();
        visitor.open(link).sees("Activer mon compte").looks("activation");
        visitor.field("Mot de passe").fill("court");
        visitor.field("Mot de passe, une seconde fois").fill("court");
        visitor.button("Enregistrer").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.reads("au moins 12 caractères").looks("activation-refused");
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.field("Mot de passe, une seconde fois").fill(PASSWORD);
        visitor.button("Enregistrer").click();
        visitor.sees("Connexion").reads("Votre mot de passe est enregistré.").looks("activation-done");
        visitor.expecting(410).open(link).sees("Ce lien n'a plus d'effet").looks("dead-link");
    }

    @Test
    @DisplayName("PART-01 a forgotten password is replaced by a mailed link, and the new one opens the espace")
    void forgotten(Visitor visitor) {
        Structure structure = world.structure();
        world.convention(structure, "331", -100, 200);
        var account = world.member(structure, Member.Role.TECHNICIAN);
        visitor.open("/partenaires/connexion").looks("login");
        visitor.signIn(account.login(), "pas le bon mot de passe");
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.reads("Identifiant ou mot de passe incorrect.").looks("login-refused");
        visitor.link("Mot de passe oublié ?").click();
        visitor.sees("Mot de passe oublié").looks("forgotten");
        visitor.field("Identifiant (adresse électronique)").fill(account.login());
        visitor.button("Recevoir un lien").click();
        visitor.reads("Si un compte actif correspond à cet identifiant").looks("forgotten-sent");
        visitor.open(letters.lastTo(account.login()).link()).sees("Choisir un nouveau mot de passe");
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.field("Mot de passe, une seconde fois").fill(PASSWORD);
        visitor.button("Enregistrer").click();
        visitor.reads("Votre mot de passe est enregistré.");
        visitor.signIn(account.login(), PASSWORD).sees("Choix de l'organisme");
    }

    @Test
    @DisplayName("COMM-09 the local mailbox lists what was sent and shows a mail as its reader sees it")
    void mailbox(Visitor visitor) {
        String email = "lettre." + UUID.randomUUID() + "@world.example";
        accounts.create("partners", email, email, "Inès", "Lettre");
        letters.send(email);
        visitor.open("/local/courriels").sees("Courriels envoyés").reads(email);
        visitor.page
                .locator("tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(email))
                .locator("a")
                .click();
        visitor.sees("Activez votre compte Navette").looks("mailbox-mail");
        visitor.open("/local/comptes").sees("Comptes de démonstration").looks("demo-logins");
    }
}
