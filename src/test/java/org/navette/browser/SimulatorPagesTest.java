package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;

@BrowserTest
@DisplayName("The simulator of files")
class SimulatorPagesTest {

    @Test
    @DisplayName("FUND-01 FUND-10 a file with mistakes is read, its mistakes are told, and once corrected it is good")
    void corrected(Visitor visitor) {
        visitor.open("/segur/simulation").sees("Simuler un fichier JSON").looks("simulation");
        visitor.expecting(422).button("Simuler").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.reads("4 points à corriger").looks("simulation-refused");
        visitor.select("Type de demande").selectOption("Avance");
        visitor.field("Numéro ANS").fill("ms17dui001");
        visitor.select("Taux de TVA").selectOption("20");
        SampleFile wrong = SampleFile.of(RequestType.ADVANCE, Couloir.MS1)
                .with("/regimeTVA", "\"TVA\"")
                .with("/demandes/0/montantSegurHT", "\"1 074,99 €\"")
                .with("/demandes/0/beneficiaires/0/telephone", "\"01.99.00.10.01\"")
                .with("/demandes/0/mandataire", "{\"nom\": \"Lefèvre\"}")
                .with("/demandes/1/dateCommande", "\"2025-01-01\"")
                .without("/demandes/1/scenarioInstallation/etablissements/1/referentSoin");
        send(visitor, "ms1-avance-premier-essai.json", wrong);
        visitor.reads("Le fichier ne peut pas être importé").reads("Demande 2, numéro éditeur 00018");
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("simulation-mistakes");
        assertThat(visitor.field("Numéro ANS")).hasValue("ms17dui001");
        assertThat(visitor.select("Type de demande")).hasValue("AVANCE");
        send(visitor, "ms1-avance.json", SampleFile.of(RequestType.ADVANCE, Couloir.MS1));
        visitor.reads("Les 2 demandes du fichier sont conformes.").looks("simulation-good");
        visitor.link("Documentation des fichiers JSON").click();
        visitor.sees("Documentation des fichiers JSON").looks("file-documentation");
    }

    private static void send(Visitor visitor, String name, SampleFile file) {
        visitor.page
                .getByLabel("Fichier JSON")
                .setInputFiles(
                        new FilePayload(name, "application/json", file.text().getBytes(StandardCharsets.UTF_8)));
        visitor.button("Simuler").click();
    }
}
