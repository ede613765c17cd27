package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AgencyWorld;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("PROV-18 A supervisor of the CNSS")
class BulkPagesTest {

    private static final String PAGE = "/agents/gestion/cnss/enregistrements";

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    private FilePayload file(List<String> lines) {
        return new FilePayload(
                "dossiers-de-novembre-" + UUID.randomUUID() + ".csv",
                "text/csv",
                BulkDesk.file(BulkKind.REIMBURSEMENTS, lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Locator kind(Visitor visitor, String name) {
        return visitor.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    @DisplayName(
            "PROV-18 sends a file with mistakes, reads which, and follows the corrected one to its end, all by keyboard")
    void wholeWay(Visitor visitor) {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String insured = desk.insured();
        String today = ProviderWorld.day(desk.today());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(String.join(";", clinic.inpe(), insured, "", "", today, today, "F-" + i, "150,00"));
        }
        signIn(visitor, agency.supervisor(), AgencyWorld.PASSWORD);
        visitor.page.waitForURL("**/camunda/app/tasklist/**");
        visitor.open(PAGE).sees("Enregistrements groupés").looks("bulk");
        Keyboard keys = new Keyboard(visitor);
        visitor.expecting(422);
        keys.press("Enter", visitor.button("Vérifier et enregistrer"));
        visitor.reads("2 points à corriger");
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("bulk-missing");
        keys.press("Enter", visitor.link("Choisissez un fichier CSV, qui ne soit pas vide."));
        assertThat(visitor.page.getByLabel("Fichier CSV")).isFocused();

        List<String> wrong = new ArrayList<>(lines);
        wrong.set(3, lines.get(3).replace("150,00", "<b>cent</b>"));
        wrong.set(9, lines.get(9).replace(insured, "123"));
        visitor.open(PAGE);
        send(keys, visitor, wrong);
        visitor.sees("Anomalies du fichier").reads("2 lignes sont fausses sur 30, avec 2 anomalies.");
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.reads("<b>cent</b>").looks("bulk-report");
        keys.press("Enter", visitor.link("← Revenir aux enregistrements groupés"));

        visitor.sees("Enregistrements groupés");
        send(keys, visitor, lines);
        visitor.reads("est bon").reads("0 sur 30").looks("bulk-running");
        long id = bulk.latest().id();
        bulk.runOnce(id);
        visitor.reads("25 sur 30");
        bulk.run(id);
        visitor.reads("30 enregistrements").looks("bulk-done");
        assertThat(visitor.page.locator("[data-hx-get*='/" + id + "/'] progress"))
                .hasCount(0);
        keys.press("Enter", visitor.link(bulk.latest().fileName()));
        visitor.sees(bulk.latest().fileName()).reads("Bilan").looks("bulk-file");
    }

    private void send(Keyboard keys, Visitor visitor, List<String> lines) {
        keys.to(kind(visitor, "Prises en charge")).press("ArrowDown");
        assertThat(kind(visitor, "Dossiers de remboursement")).isChecked();
        keys.choose(visitor.page.getByLabel("Fichier CSV"), file(lines));
        keys.press("Enter", visitor.button("Vérifier et enregistrer"));
    }
}
