package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A request is deposited as people do, offer by offer. */
final class DepositSteps {

    private DepositSteps() {}

    /** Opens the form of an offer from the offers' page. */
    static Visitor begin(Visitor visitor, String offer) {
        visitor.sees("Déposer une demande");
        visitor.link("Nouvelle demande : " + offer).click();
        visitor.sees(offer);
        assertThat(visitor.page.locator("[data-form-mount] .field").first()).isVisible();
        return visitor;
    }

    /** Types the person as people do: small letters, no dots. */
    static void person(Visitor visitor) {
        visitor.chip("Monsieur").click();
        visitor.field("Nom").fill("durûche-o'neil");
        visitor.field("Prénom").fill("jean-pierre");
        visitor.field("Date de naissance").pressSequentially("09/02/1961");
        visitor.field("Lieu de naissance").fill("33");
        visitor.field("Téléphone").pressSequentially("0612345678");
        visitor.field("Téléphone").blur();
    }

    static void comment(Visitor visitor) {
        visitor.field("Commentaires").fill("Bonjour, voici la situation.\nMerci de votre aide.");
    }

    static Visitor send(Visitor visitor) {
        visitor.button("Valider").click();
        return visitor.sees("Demande envoyée").reads("Votre demande n° ");
    }
}
