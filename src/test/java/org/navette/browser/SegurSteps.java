package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.navette.files.SamplePdf;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.navette.funding.Supplier;

/** What suppliers of the Ségur do on the way to what a test is about. */
final class SegurSteps {

    private SegurSteps() {}

    /** Signs in by the login page. */
    static void signIn(Visitor visitor, Supplier supplier) {
        visitor.open("/segur/connexion");
        visitor.field("Identifiant").fill(supplier.uid());
        visitor.field("Mot de passe").fill(FundingWorld.PASSWORD);
        visitor.button("Se connecter").click();
        visitor.sees("Accueil fournisseur");
    }

    /** Fills in the page of an import, which is open, and simulates. */
    static void simulate(Visitor supplier, Enrolled enrolled, RequestType type, SampleFile file) {
        supplier.select("Type de demande").selectOption(type.label());
        supplier.select("Numéro ANS").selectOption(enrolled.software());
        supplier.select("Taux de TVA").selectOption("20");
        supplier.page
                .getByLabel("Fichier JSON")
                .setInputFiles(new FilePayload(
                        "demandes.json", "application/json", file.text().getBytes(StandardCharsets.UTF_8)));
        supplier.button("Simuler").click();
    }

    /** Lays a file into each upload area of the page of pieces, which is open, and sends them. */
    static void pieces(Visitor supplier) {
        var areas = supplier.page.locator("input[type=file]");
        for (int i = 0; i < areas.count(); i++) {
            String name = "piece-" + i + ".pdf";
            areas.nth(i).setInputFiles(new FilePayload(name, "application/pdf", pdf()));
            // shown once the upload has ended
            assertThat(supplier.page.getByText("Aperçu de " + name).first()).isVisible();
        }
        supplier.button("Valider l'ajout").click();
    }

    /** A document that differs from every other. */
    static byte[] pdf() {
        return SamplePdf.with((pdf, page) ->
                pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString()));
    }
}
