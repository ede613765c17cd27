package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Files while a form is typed")
class UploadPagesTest {

    private static final String OFFER = "Soumettre une demande d'étude de dossier";

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName(
            "PART-09 files are dropped or chosen, shown with progress, looked at, deleted, and sent with the request")
    void files(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        DepositSteps.begin(visitor, OFFER);
        drop(visitor, Samples.pdf("attestation.pdf"));
        assertThat(row(visitor, "attestation.pdf")).hasClass(java.util.regex.Pattern.compile(".*--sent.*"));
        choose(visitor, Samples.image("carte.png"), Samples.pdf("en trop.pdf"));
        assertThat(visitor.page.locator(".upload__count")).hasText("3 fichiers joints sur 8");

        Page preview = visitor.page.waitForPopup(
                () -> row(visitor, "carte.png").getByText("Aperçu").click());
        preview.waitForLoadState(LoadState.LOAD);
        Assertions.assertThat(preview.url()).endsWith("/apercu");
        preview.close();

        row(visitor, "en trop.pdf").getByText("Supprimer").click();
        assertThat(visitor.page.locator(".upload__count")).hasText("2 fichiers joints sur 8");
        assertThat(row(visitor, "en trop.pdf")).hasCount(0);

        choose(visitor, new FilePayload("virus.exe", "application/octet-stream", new byte[] {'M', 'Z'}));
        assertThat(row(visitor, "virus.exe")).containsText("Ce type de fichier n’est pas accepté.");
        visitor.expecting(422);
        choose(visitor, Samples.liar("faux.pdf"));
        assertThat(row(visitor, "faux.pdf").locator(".upload__error")).isVisible();
        visitor.looks("deposit-files");

        visitor.select("Motif de la demande").selectOption("AME");
        DepositSteps.person(visitor);
        DepositSteps.comment(visitor);
        DepositSteps.send(visitor);
        visitor.link("Consulter la demande").click();
        assertThat(visitor.page.locator(".files")).containsText("attestation.pdf");
        assertThat(visitor.page.locator(".files")).containsText("carte.png");
        assertThat(visitor.page.locator(".files")).not().containsText("faux.pdf");
        assertThat(visitor.page.locator(".files a")).hasCount(0);
    }

    @Test
    @DisplayName("PART-09 while a file is on its way its progress shows, and the form waits for it")
    void progress(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        DepositSteps.begin(visitor, OFFER);
        visitor.select("Motif de la demande").selectOption("AME");
        DepositSteps.person(visitor);
        DepositSteps.comment(visitor);
        var held = new com.microsoft.playwright.Route[1];
        visitor.page.route("**/fichiers/*", route -> held[0] = route);
        choose(visitor, Samples.pdf("lent.pdf"));
        assertThat(row(visitor, "lent.pdf").locator("progress")).isVisible();
        visitor.button("Valider").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("encore en cours d’envoi");
        visitor.looks("deposit-sending");
        held[0].resume();
        assertThat(visitor.page.locator(".upload__count")).hasText("1 fichier joint sur 8");
        DepositSteps.send(visitor);
    }

    static void choose(Visitor visitor, FilePayload... files) {
        var chooser = visitor.page.waitForFileChooser(
                () -> visitor.button("Choisir des fichiers").click());
        chooser.setFiles(files);
    }

    /** What the browser does when files fall on the area. */
    private static void drop(Visitor visitor, FilePayload file) {
        var transfer = visitor.page.evaluateHandle(
                "([name, type, content]) => {"
                        + " const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));"
                        + " const transfer = new DataTransfer();"
                        + " transfer.items.add(new File([bytes], name, { type }));"
                        + " return transfer; }",
                List.of(file.name, file.mimeType, Base64.getEncoder().encodeToString(file.buffer)));
        visitor.page.dispatchEvent(".upload__drop", "dragover", Map.of("dataTransfer", transfer));
        visitor.page.dispatchEvent(".upload__drop", "drop", Map.of("dataTransfer", transfer));
    }

    private static Locator row(Visitor visitor, String name) {
        return visitor.page.locator(".upload__file").filter(new Locator.FilterOptions().setHasText(name));
    }
}
