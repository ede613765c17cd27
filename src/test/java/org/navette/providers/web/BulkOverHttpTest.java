package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AgencyWorld;
import org.navette.Browser;
import org.navette.CountedStatements;
import org.navette.NavetteTest;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;

@NavetteTest
@DisplayName("PROV-18 The page of registrations by a file")
class BulkOverHttpTest extends BulkOverHttp {

    @Test
    @DisplayName("PROV-18 a good file costs as many statements with many lines as with one, and is followed to its end")
    void good() {
        List<Browser.Page> answers = new ArrayList<>();
        int small = CountedStatements.during(() ->
                        answers.add(send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(1)))))
                .size();
        int large = CountedStatements.during(() ->
                        answers.add(send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(150)))))
                .size();
        assertThat(large).isLessThanOrEqualTo(small);
        assertThat(answers).extracting(Browser.Page::location).containsOnly(PAGE);
        bulk.runAll();

        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(30)));
        long id = bulk.latest().id();
        assertThat(browser.get(PAGE).text())
                .contains("Le fichier «\u00a0lignes.csv\u00a0» est bon", "0 sur 30", "Awa Diallo");
        bulk.runOnce(id);
        var half = browser.get(PAGE + "/" + id + "/avancement");
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.text()).contains("25 sur 30");
        assertThat(browser.get(PAGE + "/" + id).text()).contains("Enregistrement en cours");
        bulk.run(id);
        var done = browser.get(PAGE + "/" + id + "/avancement");
        assertThat(done.status()).as("the page stops asking").isEqualTo(286);
        assertThat(done.text()).isEqualTo("30 enregistrements");
        assertThat(browser.get(PAGE + "/" + id).text())
                .contains("Bilan", "Terminé le")
                .doesNotContain("Lignes refusées");
    }

    @Test
    @DisplayName("PROV-18 the lines that had become impossible are listed")
    void refusedLines() {
        List<String> bills = bills(2);
        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills));
        long id = bulk.latest().id();
        long other = bulk.take(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, List.of(bills.get(1))));
        bulk.run(other);
        bulk.run(id);
        assertThat(browser.get(PAGE + "/" + id).text())
                .contains("1 enregistrement 1 refus", "Lignes refusées")
                .contains("3 Cette facture est déjà dans un dossier de l'établissement.");
    }

    @Test
    @DisplayName("PROV-18 the model of each kind holds its titles, and can be filled")
    void models() {
        for (BulkKind kind : BulkKind.values()) {
            var model = browser.get(PAGE + "/modeles/" + kind.code());
            assertThat(model.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"" + kind.code() + ".csv\"");
            assertThat(send(kind, model.body()).text())
                    .contains("Ce fichier ne contient aucune ligne sous ses titres.");
        }
        String model = browser.get(PAGE + "/modeles/prises-en-charge").body();
        var taken = send(
                BulkKind.PRIOR_AGREEMENTS,
                "../../" + "n".repeat(200) + "\u202e.csv",
                (model + String.join(";", clinic.inpe(), insured, "", today, "12,50"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(taken.location()).isEqualTo(PAGE);
        assertThat(bulk.latest().fileName()).isEqualTo("n".repeat(150));
        bulk.runAll();
    }

    @Test
    @DisplayName(
            "PROV-18 neither plain agents nor supervisors of other organisms come here, nor colleagues to a report")
    void elsewhere() {
        Browser agent = new Browser(port);
        agent.signIn("/agents", agency.agent(), AgencyWorld.PASSWORD);
        Browser other = partners.agentBrowser(partners.supervisorOf("641").login(), port);
        String report = send(BulkKind.PRIOR_AGREEMENTS, BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, List.of("x")))
                .location();
        bulk.take(
                BulkKind.PRIOR_AGREEMENTS,
                BulkDesk.file(
                        BulkKind.PRIOR_AGREEMENTS, List.of(String.join(";", clinic.inpe(), insured, "", today, "7"))));
        long id = bulk.latest().id();
        List<String> paths =
                List.of("", "/modeles/prises-en-charge", "/" + id, "/" + id + "/avancement", report.replace(PAGE, ""));
        for (String path : paths) {
            assertThat(agent.get(PAGE + path).status()).as(path).isEqualTo(403);
            assertThat(other.get(PAGE + path).status()).as(path).isEqualTo(403);
            assertThat(other.get("/agents/gestion/641/enregistrements" + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(browser.get(PAGE + path).status()).as(path).isIn(200, 286);
        }
        other.get("/agents/gestion/641/actualites");
        assertThat(other.post("/agents/gestion/641/enregistrements", Map.of()).status())
                .isEqualTo(404);
        assertThat(other.get("/agents/gestion/641/actualites").text()).doesNotContain("Enregistrements groupés");
        assertThat(browser.get("/agents/gestion/cnss/actualites").text()).contains("Enregistrements groupés");
        bulk.runAll();
        for (String path : List.of("/999999999", "/x", "/modeles/x", "/rapports/" + UUID.randomUUID())) {
            assertThat(browser.get(PAGE + path).status()).as(path).isEqualTo(404);
        }
    }
}
