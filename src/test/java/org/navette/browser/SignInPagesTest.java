package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.accounts.Accounts;
import org.navette.accounts.Newcomer;
import org.navette.accounts.Registrations;
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
    Registrations registrations;

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
        visitor.field("Identifiant (adresse e-mail)").fill(account.login());
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
    @DisplayName("PROC-01 an account that a person opens is confirmed by a button behind its mailed link")
    void confirmation(Visitor visitor) {
        String email = "inscrite." + UUID.randomUUID() + "@world.example";
        register(email, PASSWORD);
        visitor.open("/essai/connexion").sees("Connexion").looks("login-by-email");
        visitor.open(letters.lastTo(email).link())
                .sees("Confirmer mon adresse e-mail")
                .looks("confirmation");
        visitor.button("Confirmer mon adresse").click();
        visitor.sees("Connexion").reads("Votre adresse e-mail est confirmée.");
        visitor.field("Adresse e-mail").fill(email);
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.button("Se connecter").click();
        visitor.open("/essai/compte/courriel").sees("Changer d'adresse e-mail");
    }

    @Test
    @DisplayName("PROC-01 an address registered twice chooses its password at the confirmation")
    void contested(Visitor visitor) {
        String email = "disputee." + UUID.randomUUID() + "@world.example";
        register(email, "la phrase de quelqu'un d'autre");
        register(email, PASSWORD);
        visitor.open(letters.lastTo(email).link()).reads("Choisissez le mot de passe de ce compte.");
        visitor.looks("confirmation-password");
        visitor.field("Mot de passe").fill("court");
        visitor.field("Mot de passe, une seconde fois").fill("autre");
        visitor.button("Confirmer mon adresse").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("confirmation-refused");
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.field("Mot de passe, une seconde fois").fill(PASSWORD);
        visitor.button("Confirmer mon adresse").click();
        visitor.reads("Votre adresse e-mail est confirmée.").looks("login-after-confirmation");
    }

    @Test
    @DisplayName("PROC-02 who is signed in changes their password and their address")
    void ownAccount(Visitor visitor) {
        String email = "titulaire." + UUID.randomUUID() + "@world.example";
        accounts.createActivated("trial", email, email, "Inès", "Titulaire", PASSWORD);
        visitor.open("/essai/connexion");
        visitor.field("Adresse e-mail").fill(email);
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.button("Se connecter").click();
        visitor.expecting(422).open("/essai/compte/mot-de-passe");
        visitor.sees("Changer de mot de passe").looks("own-password");
        visitor.field("Mot de passe actuel").fill("pas le bon");
        visitor.field("Nouveau mot de passe").fill("court");
        visitor.field("Nouveau mot de passe, une seconde fois").fill("autre");
        visitor.button("Enregistrer").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("own-password-refused");
        visitor.field("Mot de passe actuel").fill(PASSWORD);
        visitor.field("Nouveau mot de passe").fill(PASSWORD + " bis");
        visitor.field("Nouveau mot de passe, une seconde fois").fill(PASSWORD + " bis");
        visitor.button("Enregistrer").click();
        visitor.reads("Votre nouveau mot de passe est enregistré.").looks("own-password-changed");

        String other = "autre." + UUID.randomUUID() + "@world.example";
        visitor.open("/essai/compte/courriel").looks("own-email");
        visitor.field("Nouvelle adresse e-mail").fill(email);
        visitor.field("Mot de passe actuel").fill(PASSWORD);
        visitor.button("Demander le changement").click();
        visitor.reads("C'est déjà votre adresse e-mail.").looks("own-email-refused");
        visitor.field("Nouvelle adresse e-mail").fill(other);
        visitor.field("Mot de passe actuel").fill(PASSWORD + " bis");
        visitor.button("Demander le changement").click();
        visitor.reads("Changement en attente").looks("own-email-pending");
        visitor.open(letters.lastTo(other).link()).looks("new-email");
        visitor.button("Confirmer ma nouvelle adresse").click();
        visitor.reads("Votre nouvelle adresse e-mail est enregistrée.").reads(other);
    }

    private void register(String email, String password) {
        registrations.register(
                "trial",
                new Newcomer(email, "Inès", "Nouvelle", password),
                UUID.randomUUID().toString(),
                id -> {});
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
        visitor.sees("Activez votre compte « Espace Partenaires »").looks("mailbox-mail");
        visitor.open("/local/comptes").sees("Comptes de démonstration").looks("demo-logins");
    }
}
