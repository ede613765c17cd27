package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The import of requests")
class ImportPagesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Test
    @DisplayName(
            "FUND-08 FUND-11 FUND-12 a file is corrected through simulations, imported, and completed by one archive")
    void wholeWay(Visitor visitor) throws IOException {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        SegurSteps.signIn(visitor, enrolled.supplier());
        visitor.looks("supplier-home");
        visitor.open("/segur/imports").sees("Imports de fichiers JSON").looks("imports-none");
        visitor.link("Importer des demandes").first().click();
        visitor.sees("Importer des demandes").looks("import-form");
        visitor.expecting(422).button("Simuler").click();
        visitor.reads("4 points à corriger");
        SampleFile file = ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                .times(3)
                .with("/demandes/1/dateCommande", "\"1999-01-01\"");
        SegurSteps.simulate(visitor, enrolled, RequestType.ADVANCE, file);
        visitor.reads("2 demandes seront déposées, 1 sera rejetée.").looks("import-mistakes");
        SegurSteps.simulate(
                visitor, enrolled, RequestType.ADVANCE, file.with("/demandes/1/dateCommande", "\"2026-03-02\""));
        visitor.reads("Les 3 demandes seront déposées.").looks("import-good");
        visitor.button("Importer").click();
        visitor.reads("Import en cours").looks("import-running");
        files.run(Long.parseLong(visitor.path().replaceAll("\\D", "")));
        visitor.reads("Bilan").reads("Retenues").looks("import-done");
        visitor.link("Ajouter les pièces jointes").click();
        visitor.sees("Demandes importées non complétées").looks("incompletes");

        visitor.page
                .getByLabel("Archive zip")
                .setInputFiles(new FilePayload("pièces.zip", "application/zip", archive()));
        visitor.button("Envoyer l'archive").click();
        visitor.sees("Reçu de l'archive").reads("2 fichiers joints sur 3").looks("receipt");
        visitor.open("/segur/accueil").reads("Une demande attend ses pièces").looks("supplier-home-incomplete");
        visitor.link("Suivi des demandes incomplètes").click();
        visitor.page.locator("a:has-text('Ajouter')").first().click();
        visitor.reads("Pièces à joindre").looks("pieces");
        visitor.expecting(422).button("Valider l'ajout").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("pieces-missing");
        visitor.page
                .locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("bon-de-commande.pdf", "application/pdf", SegurSteps.pdf()));
        assertThat(visitor.page.getByText("Aperçu de bon-de-commande.pdf").first())
                .isVisible();
        visitor.button("Valider l'ajout").click();
        visitor.reads("est en cours")
                .reads("Toutes vos demandes ont leurs pièces.")
                .looks("incompletes-none");
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"mdv-bdc-N00000.pdf", "mdv-bdc-N00001.pdf", "notes.pdf"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(SegurSteps.pdf());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
