package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Without a mouse")
class KeyboardTest {

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName("COMM-17 from the login page to the confirmation, with the keyboard alone")
    void deposit(Visitor visitor) {
        var keys = new Keyboard(visitor);
        Desk desk = world.desk("331");
        visitor.open("/partenaires/connexion");
        keys.to(visitor.field("Identifiant (adresse e-mail)"));
        keys.type(world.login(desk));
        keys.to(visitor.field("Mot de passe"));
        keys.type(PartnerWorld.PASSWORD);
        keys.press("Enter");

        visitor.sees("Choix de l'organisme");
        keys.press("Tab");
        assertThat(visitor.link("Aller au contenu")).isFocused();
        assertThat(visitor.link("Aller au contenu")).isInViewport();
        keys.press("Enter");
        keys.to(visitor.page.getByLabel("Avec quel organisme"));
        keys.type("CPAM G");
        keys.to(visitor.button("Valider"));
        keys.press("Enter");

        visitor.sees("Déposer une demande");
        keys.to(visitor.link("Nouvelle demande : Demander un document"));
        keys.press("Enter");
        visitor.sees("Demander un document");
        keys.to(visitor.page.getByLabel("Attestation de droits"));
        keys.press("Space");
        keys.to(visitor.page.getByLabel("Madame"));
        keys.press("Space");
        keys.press("ArrowRight");
        assertThat(visitor.page.getByLabel("Monsieur")).isChecked();
        keys.to(visitor.field("Nom"));
        keys.type("martin");
        keys.to(visitor.field("Prénom"));
        keys.type("luc");
        keys.to(visitor.button("Choisir dans un calendrier : Date de naissance"));
        keys.press("Enter");
        keys.press("ArrowLeft");
        keys.press("Enter");
        assertThat(visitor.field("Date de naissance"))
                .hasValue(java.util.regex.Pattern.compile("\\d{2}/\\d{2}/\\d{4}"));
        assertThat(visitor.button("Choisir dans un calendrier : Date de naissance"))
                .isFocused();
        keys.to(visitor.field("Lieu de naissance"));
        keys.type("33");
        keys.to(visitor.field("Téléphone"));
        keys.type("0612345678");
        keys.to(visitor.button("Valider"));
        keys.press("Enter");

        // the comment was left out: the summary leads to it
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        keys.press("Tab");
        keys.press("Enter");
        assertThat(visitor.field("Commentaires")).isFocused();
        keys.type("Merci de votre aide.");
        keys.to(visitor.button("Valider"));
        visitor.photograph("keyboard-focus-1280");
        keys.press("Enter");
        visitor.sees("Demande envoyée").reads("MARTIN Luc");
    }

    @Test
    @DisplayName("COMM-17 the focus is seen on every control that the keyboard reaches")
    void focusIsSeen(Visitor visitor) {
        var keys = new Keyboard(visitor);
        visitor.at(world, world.desk("331")).sees("Déposer une demande");
        visitor.open("/partenaires/demandes/nouvelle/partners.case-review");
        assertThat(visitor.field("Nom")).isVisible();
        for (int i = 0; i < 25; i++) {
            keys.press("Tab");
            Object seen = visitor.page.evaluate("() => {"
                    + " const element = document.activeElement;"
                    + " if (element === document.body) return true;"
                    + " const rings = [element, element.closest('.chip')].filter(Boolean).map((e) => getComputedStyle(e));"
                    + " return rings.some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                    + " || element.outerHTML; }");
            org.assertj.core.api.Assertions.assertThat(seen).isEqualTo(true);
        }
    }
}
