package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.form;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.HostileTexts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Typed;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What HTTP tests cannot see: that Tasklist's own scripts, which know templates, take typed texts for texts. */
@BrowserTest
@DisplayName("COMM-02 Hostile texts in Tasklist")
class HostileDossierPagesTest {

    private static final String ORGANISM = "623";
    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";
    private static final String ALL = HostileTexts.ALL;

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    Drafts drafts;

    @Autowired
    ServiceWorld service;

    @Autowired
    FundingWorld suppliers;

    @Autowired
    PayingAgency agency;

    @Autowired
    ProviderWorld clinics;

    @Autowired
    CnssAgency fund;

    private final List<String> ran = new ArrayList<>();

    @Test
    @DisplayName(
            "COMM-02 COMM-10 what was typed is text in the dossier, in notes, in drafts and in the form, and no script runs")
    void partner(Visitor agent, Visitor partner) {
        watch(agent);
        watch(partner);
        String number = partners.deposit(partners.desk(ORGANISM), "partners.case-review", Map.of("comment", ALL));
        signIn(agent, partners.agent(ORGANISM));
        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        shows(dossier);
        agent.page.locator("#dossier-note").fill("Note : " + ALL);
        agent.button("Ajouter la note").click();
        assertThat(dossier.locator("blockquote")).containsText("Note : ");
        shows(dossier.locator("blockquote"));
        agent.page.locator("[data-take]").click();
        write(agent);
        // the draft that was kept comes back into both forms
        agent.page.reload();
        assertThat(text(agent)).hasValue(ALL);
        form(agent);
        assertThat(agent.page.locator(".fjs-container textarea")).isVisible();
        quiet(agent);
        agent.page.locator(".tabbed-content .nav-tabs li").first().locator("a").click();
        agent.button("Répondre et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
        quiet(agent);
    }

    @Test
    @DisplayName("COMM-02 COMM-10 so it is in the dossiers of the other espaces")
    void others(Visitor instructor, Visitor payer, Visitor clerk) {
        opens(instructor, service.agent(), service.task(procedure()).getId());
        opens(payer, agency.agent(), agency.task(enrolment()).getId());
        opens(clerk, fund.agent(), fund.task(membership()).getId());
    }

    private String procedure() {
        Office office = procedures.newcomer();
        UUID draft = procedures.draft(office, "first-installation");
        Map<String, Object> answers = new LinkedHashMap<>(Typed.headOffice(procedures.siret(office)));
        answers.put("companyName", HostileTexts.packed(120, 0));
        answers.put("comment", ALL);
        drafts.save(office, draft, "head-office", answers, procedures.version(office, draft));
        return procedures.send(office, draft);
    }

    /** Its fields hold few letters: the texts are split among them. */
    private String enrolment() {
        Map<String, Object> answers =
                new LinkedHashMap<>(FundingWorld.typed(suppliers.software(Couloir.MDV), Typed.siret(Typed.siren(), 1)));
        answers.put("companyName", HostileTexts.packed(120, 0));
        answers.put("address", HostileTexts.packed(100, 1));
        answers.put("addressMore", HostileTexts.packed(100, 2));
        answers.put("domiciliation", HostileTexts.packed(120, 3));
        return suppliers.send(answers);
    }

    private String membership() {
        CareEstablishment clinic = clinics.known(Sector.PRIVATE);
        Map<String, Object> answers = new HashMap<>(ProviderWorld.answers(clinic));
        answers.put("name", HostileTexts.packed(120, 0));
        answers.put("address", HostileTexts.packed(160, 1));
        Browser browser = new Browser(port);
        Browser.Page sent = browser.follow(
                FormOverHttp.open(browser, "/soins/adhesion/" + clinic.inpe()).send(answers));
        return sent.text().replaceAll("(?s).*(ADH-\\d{4}-\\d{6}).*", "$1");
    }

    private void opens(Visitor agent, String login, String task) {
        watch(agent);
        signIn(agent, login);
        filter(agent, "Mes tâches").waitFor();
        agent.open(TASK + task);
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText(HostileTexts.CURIOUS.get(0));
        assertThat(dossier).containsText(HostileTexts.CURIOUS.get(2));
        quiet(agent);
        dossier.locator("[data-take]").click();
        assertThat(agent.page.locator("[data-task-form] .fjs-container")).isVisible();
        quiet(agent);
        form(agent);
        quiet(agent);
    }

    /** From now on it is noted when a text comes to run. */
    private void watch(Visitor agent) {
        agent.page.onDialog(dialog -> {
            ran.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        agent.page.exposeFunction("xqz", arguments -> ran.add("a script"));
    }

    private void shows(Locator place) {
        String read = plain(place.first().innerText());
        assertThat(HostileTexts.CURIOUS).allMatch(text -> read.contains(plain(text)));
        quiet(place);
    }

    private void quiet(Visitor agent) {
        quiet(agent.page.locator("body"));
    }

    private void quiet(Locator place) {
        assertThat(place.page().locator("xqz-live, [xqz]")).hasCount(0);
        assertThat(place.page().content()).doesNotContain(HostileTexts.EVALUATED);
        assertThat(ran).isEmpty();
    }

    private static Locator text(Visitor agent) {
        return agent.page.locator("[data-task-form] textarea");
    }

    private void write(Visitor agent) {
        text(agent).fill(ALL);
        assertThat(agent.page.locator("[data-draft]")).containsText("Brouillon enregistré");
        quiet(agent);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
