package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.Rehearser;
import org.navette.directory.CareEstablishment;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.PayingAgency;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand;
import org.navette.privacy.OfficerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.CareWorld;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The other tests look at pages with axe on a wide screen; here it looks at what a narrow one makes of them. */
@BrowserTest
@DisplayName("COMM-17 On a screen of 320 pixels, for who wants nothing to move,")
class NarrowPagesTest {

    private static final int WIDTH = 320;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    FundingWorld funding;

    @Autowired
    ImportWorld imports;

    @Autowired
    ProviderWorld providers;

    @Autowired
    CareWorld care;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PayingAgency paying;

    @Autowired
    CnssAgency cnss;

    @Autowired
    BulkDesk bulk;

    private static void walk(Visitor visitor, String prefix, String... pages) {
        List<String> problems = new ArrayList<>();
        for (String page : pages) {
            visitor.open(prefix + page);
            look(visitor.page).stream()
                    .map(problem -> prefix + page + ": " + problem)
                    .forEach(problems::add);
        }
        Assertions.assertThat(problems).isEmpty();
    }

    private static List<String> look(Page page) {
        Locator form = page.locator("form[data-navette-form]");
        if (form.count() > 0) {
            form.locator(".fjs-container").waitFor();
        }
        assertThat(page.locator("h1")).hasCount(1);
        List<String> problems = new ArrayList<>(DrawnHtml.errors(page));
        problems.addAll(Accessibility.violations(page));
        problems.addAll(Accessibility.moving(page));
        problems.addAll(Accessibility.wider(page));
        problems.addAll(Accessibility.mislabelled(page));
        problems.addAll(Accessibility.scrolled(page, ".table-box:has(.table--stacked)"));
        return problems;
    }

    /** Lines that are laid out as blocks are still told as those of a table. */
    private static void tellsTable(Page page) {
        Assertions.assertThat(page.context()
                        .newCDPSession(page)
                        .send("Accessibility.getFullAXTree")
                        .toString())
                .contains("\"value\":\"rowheader\"", "\"value\":\"columnheader\"", "\"value\":\"cell\"");
    }

    private static void narrow(Visitor visitor) {
        visitor.page.setViewportSize(WIDTH, 900);
        visitor.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    @Test
    @DisplayName("COMM-17 the pages that are open to everyone keep the rules")
    void everyone(Visitor visitor) {
        narrow(visitor);
        walk(visitor, "", "/", "/partenaires/connexion", "/demarches/inscription", "/agents/connexion");
        walk(visitor, "/segur", "", "/simulation", "/documentation", "/questions", "/contact", "/enrolement");
        walk(visitor, "/soins", "", "/connexion", "/adhesion", "/suivi", "/reinitialisation");
        walk(visitor, "/partenaires", "/accessibilite", "/mentions-legales", "/mot-de-passe-oublie");
    }

    @Test
    @DisplayName("COMM-17 the declaration names the version of the automatic rules that pages are held against")
    void declaration(Visitor visitor) {
        visitor.open("/partenaires/accessibilite").sees("Accessibilité");
        Accessibility.violations(visitor.page);
        String version = (String) visitor.page.evaluate("() => axe.version.split('.').slice(0, 2).join('.')");
        visitor.reads("axe-core " + version + " ");
    }

    @Test
    @DisplayName("COMM-17 the pages of partners keep the rules")
    void partners(Visitor technician, Visitor manager) {
        Desk desk = partners.desk("331");
        String request = "/demandes/" + partners.resolved(desk);
        technician.at(partners, desk);
        narrow(technician);
        walk(technician, "/partenaires", "/organisme", "/identite", "/aide", "/demandes", request);
        walk(technician, "/partenaires", request + "/message", "/demandes/nouvelle");
        walk(technician, "/partenaires/demandes/nouvelle", "/partners.case-review", "/partners.document");
        manager.at(partners, partners.colleague(desk, Member.Role.MANAGER));
        narrow(manager);
        walk(manager, "/partenaires/techniciens", "", "/nouveau");
    }

    @Test
    @DisplayName("COMM-17 the pages of procedures keep the rules")
    void procedures(Visitor visitor) {
        Office office = procedures.responsible();
        String sent = "/demandes/" + procedures.send(office, "certificate");
        UUID draft = procedures.draft(office, "address-change");
        visitor.at(procedures, office);
        narrow(visitor);
        walk(visitor, "/demarches", "/accueil", "/demandes", sent, "/demandes/nouvelle", "/compte", "/compte/lecteurs");
        walk(
                visitor,
                "/demarches/brouillons/" + draft,
                "/documents",
                "/etapes/head-office",
                "/etapes/technical",
                "/validation");
    }

    @Test
    @DisplayName("COMM-17 the pages of suppliers keep the rules")
    void suppliers(Visitor visitor) {
        Enrolled enrolled = funding.enrolled(Couloir.MDV);
        String request = "/demandes/" + imports.advance(enrolled, Couloir.MDV);
        visitor.at(funding, enrolled.supplier());
        narrow(visitor);
        walk(visitor, "/segur", "/accueil", "/demandes", request, request + "/historique", request + "/pieces");
        walk(visitor, "/segur", "/imports", "/imports/nouveau", "/incompletes", "/exports", "/enrolements");
        walk(visitor, "/segur/compte", "", "/banque", "/banque/ajout", "/personnes", "/personnes/modification");
    }

    @Test
    @DisplayName("COMM-17 the pages of establishments keep the rules")
    void establishments(Visitor agreements, Visitor payments) {
        CareEstablishment clinic = providers.member();
        String agreement = care.agreement(
                clinic,
                Agreement.waiting("123123123", "Marie-Antoinette Benabdelkrim El Idrissi", care.today())
                        .decided("granted", "1234567.80", "1234567.80"));
        String file = care.file(
                clinic,
                Bill.of("123123123", "Marie-Antoinette Benabdelkrim El Idrissi", care.today(), "1234567.80")
                        .with(agreement));
        long transfer = care.transfer(clinic, care.today(), file);
        agreements.at(providers, clinic, Profile.PEC);
        narrow(agreements);
        walk(agreements, "/soins", "/accueil", "/pec/droits", "/sous-comptes", "/pec/recapitulatif", "/pec/demandes");
        tellsTable(agreements.page);
        assertThat(agreements.page.locator("th[aria-sort]")).isVisible();
        payments.at(providers, clinic, Profile.PAYMENTS);
        narrow(payments);
        walk(payments, "/soins", "/accueil", "/compte", "/sous-comptes/nouveau");
        walk(payments, "/soins/paiements", "/dossiers", "/detail", "/emissions", "/emissions/" + transfer);
        walk(payments, "/soins/paiements", "/recapitulatif");
    }

    @Test
    @DisplayName("COMM-17 the pages of supervisors, and of the data officer keep the rules")
    void agents(Visitor supervisor, Visitor officer, Visitor payer, Visitor carer) {
        Desk desk = partners.desk("331");
        signIn(supervisor, partners.supervisorOf("331").login());
        walk(supervisor, "/agents/gestion", "/absences");
        walk(
                supervisor,
                "/agents/gestion/331",
                "/actualites",
                "/actualites/nouvelle",
                "/reponses-types",
                "/structures");
        officers.open(Demand.Kind.EXPORT, desk.account(), null);
        signIn(officer, officers.login());
        walk(officer, "/agents", "/mot-de-passe");
        walk(officer, "/agents/donnees", "", "/personnes");
        tellsTable(officer.page);
        signIn(payer, paying.supervisor());
        walk(payer, "/agents/gestion/asp", "/enveloppes", "/annulations");
        signIn(carer, cnss.supervisor());
        walk(
                carer,
                "/agents/gestion/cnss/enregistrements",
                bulk.pages().stream()
                        .filter(page -> !page.endsWith("/avancement"))
                        .toArray(String[]::new));
    }

    @Test
    @DisplayName("COMM-17 the page of models and the report of a rehearsal keep the rules")
    void models(Visitor owner, @Autowired ApplicationContext application, @LocalServerPort int port) {
        partners.take(partners.deposit(partners.desk("331"), "partners.case-review"));
        try (var rehearser = new Rehearser(application, port)) {
            String otherId = Modeler.shipped("processes/partners/partner-request.bpmn")
                    .replaceAll("UserTask_Answer(?=[\"<])", "UserTask_Reply");
            String report =
                    rehearser.rehearse(Map.of("partner-request.bpmn", otherId)).id();
            narrow(owner);
            owner.open("/agents/modeles").sees("Connexion");
            owner.field("Identifiant").fill(Rehearser.LOGIN);
            owner.field("Mot de passe").fill(Rehearser.PASSWORD);
            owner.button("Se connecter").click();
            owner.sees("Modèles");
            walk(owner, "/agents/modeles", "", "/" + report);
            owner.reads("« Répondre » n'est plus dans la nouvelle version");
            tellsTable(owner.page);
        }
    }

    private static void signIn(Visitor agent, String login) {
        narrow(agent);
        Tasklist.signIn(agent, login);
        agent.page.waitForURL("**/camunda/app/tasklist/**");
    }

    @Test
    @DisplayName("COMM-17 the dossier of a task keeps the rules inside Tasklist, before and after it is taken")
    void dossier(Visitor agent) {
        String number = partners.deposit(partners.desk("623"), "partners.case-review");
        narrow(agent);
        Tasklist.signIn(agent, partners.agent("623"));
        Tasklist.filter(agent, "À prendre en charge").click();
        Tasklist.card(agent, number).click();
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        List<String> problems = ofDossier(agent.page);
        agent.button("Prendre en charge").click();
        assertThat(agent.page.locator("[data-task-form] .fjs-container")).isVisible();
        agent.photograph("tasklist-dossier-" + WIDTH);
        problems.addAll(ofDossier(agent.page));
        Assertions.assertThat(problems).isEmpty();
    }

    /** Tasklist's own page is Camunda's, and its motion too. */
    private static List<String> ofDossier(Page page) {
        List<String> problems = new ArrayList<>(DrawnHtml.errors(page, ".dossier"));
        problems.addAll(Accessibility.violations(page, ".dossier"));
        problems.addAll(Accessibility.wider(page, ".dossier"));
        return problems;
    }
}
