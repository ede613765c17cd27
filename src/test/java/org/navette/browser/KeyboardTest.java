package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Without a mouse")
class KeyboardTest {

    private static final int FAR = 40;

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName("COMM-17 from the login page to the confirmation, with the keyboard alone")
    void deposit(Visitor visitor) {
        Desk desk = world.desk("331");
        visitor.open("/partenaires/connexion");
        tabTo(visitor, visitor.field("Identifiant (adresse électronique)"));
        type(visitor, world.login(desk));
        tabTo(visitor, visitor.field("Mot de passe"));
        type(visitor, PartnerWorld.PASSWORD);
        press(visitor, "Enter");

        visitor.sees("Choix de l'organisme");
        press(visitor, "Tab");
        assertThat(visitor.link("Aller au contenu")).isFocused();
        assertThat(visitor.link("Aller au contenu")).isInViewport();
        press(visitor, "Enter");
        tabTo(visitor, visitor.page.getByLabel("Avec quel organisme"));
        type(visitor, "CPAM G");
        tabTo(visitor, visitor.button("Valider"));
        press(visitor, "Enter");

        visitor.sees("Déposer une demande");
        tabTo(visitor, visitor.link("Nouvelle demande : Demander un document"));
        press(visitor, "Enter");
        visitor.sees("Demander un document");
        tabTo(visitor, visitor.page.getByLabel("Attestation de droits"));
        press(visitor, "Space");
        tabTo(visitor, visitor.page.getByLabel("Madame"));
        press(visitor, "Space");
        press(visitor, "ArrowRight");
        assertThat(visitor.page.getByLabel("Monsieur")).isChecked();
        tabTo(visitor, visitor.field("Nom"));
        type(visitor, "martin");
        tabTo(visitor, visitor.field("Prénom"));
        type(visitor, "luc");
        tabTo(visitor, visitor.button("Choisir dans un calendrier : Date de naissance"));
        press(visitor, "Enter");
        press(visitor, "ArrowLeft");
        press(visitor, "Enter");
        assertThat(visitor.field("Date de naissance"))
                .hasValue(java.util.regex.Pattern.compile("\\d{2}/\\d{2}/\\d{4}"));
        assertThat(visitor.button("Choisir dans un calendrier : Date de naissance"))
                .isFocused();
        tabTo(visitor, visitor.field("Lieu de naissance"));
        type(visitor, "33");
        tabTo(visitor, visitor.field("Téléphone"));
        type(visitor, "0612345678");
        tabTo(visitor, visitor.button("Valider"));
        press(visitor, "Enter");

        // the comment was left out: the summary leads to it
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        press(visitor, "Tab");
        press(visitor, "Enter");
        assertThat(visitor.field("Commentaires")).isFocused();
        type(visitor, "Merci de votre aide.");
        tabTo(visitor, visitor.button("Valider"));
        visitor.photograph("keyboard-focus-1280");
        press(visitor, "Enter");
        visitor.sees("Demande envoyée").reads("MARTIN Luc");
    }

    @Test
    @DisplayName("COMM-17 the focus is seen on every control that the keyboard reaches")
    void focusIsSeen(Visitor visitor) {
        visitor.at(world, world.desk("331")).sees("Déposer une demande");
        visitor.open("/partenaires/demandes/nouvelle/partners.case-review");
        assertThat(visitor.field("Nom")).isVisible();
        for (int i = 0; i < 25; i++) {
            press(visitor, "Tab");
            Object seen = visitor.page.evaluate("() => {"
                    + " const element = document.activeElement;"
                    + " if (element === document.body) return true;"
                    + " const rings = [element, element.closest('.chip')].filter(Boolean).map((e) => getComputedStyle(e));"
                    + " return rings.some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                    + " || element.outerHTML; }");
            org.assertj.core.api.Assertions.assertThat(seen).isEqualTo(true);
        }
    }

    /** Presses Tab until the control has the focus. */
    private static void tabTo(Visitor visitor, Locator control) {
        for (int i = 0; i < FAR; i++) {
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return;
            }
            press(visitor, "Tab");
        }
        throw new AssertionError("not reached with the Tab key: " + control);
    }

    private static void press(Visitor visitor, String key) {
        visitor.page.keyboard().press(key);
    }

    private static void type(Visitor visitor, String text) {
        visitor.page.keyboard().type(text);
    }
}
