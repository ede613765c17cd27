package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.partners.web.OrganismPage.assertNoDesk;
import static org.navette.partners.web.OrganismPage.choose;
import static org.navette.partners.web.OrganismPage.options;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Structure;
import org.navette.partners.Desk;
import org.navette.partners.Member;

@NavetteTest
@DisplayName("PART-03 Access by convention over HTTP")
class ConventionAccessOverHttpTest extends OverHttp {

    private Structure structure;

    @BeforeEach
    void start() {
        structure = world.structure();
    }

    @Test
    @DisplayName("PART-02 organisms in a particular situation are red and have an asterisk, the others not")
    void particular() {
        world.convention(structure, "331", -100, 30);
        world.convention(structure, "471", 1, 100);
        world.convention(structure, "241", -100, 29);
        endedOpen("401");
        endedExtra("641", 30);
        Browser.Page page = signedIn().get(Paths.ORGANISM);
        assertThat(options(page))
                .containsExactly(
                        "Sélectionner un organisme",
                        "CPAM BAYONNE *",
                        "CPAM DORDOGNE *",
                        "CPAM GIRONDE",
                        "CPAM LANDES *",
                        "CPAM LOT ET GARONNE *");
        OrganismPage.OPTION.matcher(page.body()).results().forEach(option -> assertThat(
                        option.group(1).contains("organism--warned"))
                .as(option.group(2))
                .isEqualTo(option.group(2).endsWith("*")));
    }

    @Test
    @DisplayName("PART-03 before its start a convention opens nothing, whichever way it is chosen: only logging out")
    void startsLater() {
        world.convention(structure, "471", 1, 100);
        Browser browser = signedIn();
        for (boolean acknowledged : new boolean[] {false, true}) {
            Browser.Page page = choose(browser, "471", acknowledged);
            assertThat(page.text())
                    .contains("CPAM LOT ET GARONNE")
                    .contains("commence le " + day(1))
                    .contains("Se déconnecter")
                    .doesNotContain("Continuer");
            assertNoDesk(browser);
        }
        assertThat(rows.count(
                        "select count(*) from partner_member where last_organism = '471' and structure_id = ?",
                        structure.id()))
                .isZero();
        assertThat(browser.post("/partenaires/deconnexion", Map.of()).location())
                .contains("etat=deconnexion");
        assertThat(browser.get(Paths.HOME).location()).startsWith("/partenaires/connexion");
    }

    @Test
    @DisplayName("PART-03 a convention that has not started leaves the organism at work with as it is")
    void startsLaterBesideAnother() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", 1, 100);
        Browser browser = signedIn();
        choose(browser, "331", false);
        choose(browser, "471", true);
        assertThat(browser.get(Paths.REQUESTS).text()).contains("Organisme CPAM GIRONDE");
    }

    @Test
    @DisplayName("PART-03 in force for thirty days or more: full access, nothing is said")
    void full() {
        world.convention(structure, "331", 0, 30);
        Browser browser = signedIn();
        assertThat(choose(browser, "331", false).location()).isEqualTo(Paths.HOME);
        assertFull(browser);
    }

    @Test
    @DisplayName("PART-03 in its last thirty days: full access after Continuer, the last day too")
    void endsSoon() {
        for (int left : List.of(29, 0)) {
            structure = world.structure();
            world.convention(structure, "331", -100, left);
            Browser browser = signedIn();
            assertNotice(choose(browser, "331", false), "prend fin le " + day(left));
            assertNoDesk(browser);
            // to the page that was asked for last
            assertThat(choose(browser, "331", true).location()).isEqualTo(Paths.DEPOSIT + "/partners.contact");
            assertFull(browser);
            assertThat(browser.get(Paths.REQUESTS).body())
                    .containsPattern("<strong class=\"organism--warned\">CPAM GIRONDE \\*</strong>");
        }
    }

    @Test
    @DisplayName("PART-03 ended while requests are open: reading after Continuer")
    void endedWithOpenRequests() {
        endedOpen("331");
        Browser browser = signedIn();
        assertNotice(choose(browser, "331", false), "a pris fin le " + day(-1), "encore en cours");
        assertNoDesk(browser);
        choose(browser, "331", true);
        assertReadOnly(browser);
    }

    @Test
    @DisplayName("PART-03 ended, all resolved at most thirty days ago: reading after Continuer")
    void endedWithExtraTime() {
        endedExtra("331", 30);
        Browser browser = signedIn();
        assertNotice(choose(browser, "331", false), "a pris fin le " + day(-40), "délai supplémentaire");
        assertNoDesk(browser);
        choose(browser, "331", true);
        assertReadOnly(browser);
    }

    @Test
    @DisplayName("PART-03 ended and none of these: not in the list, refused when it is posted")
    void hidden() {
        world.convention(structure, "331", -100, 200);
        endedExtra("641", 31);
        world.convention(structure, "171", -100, -1);
        Browser browser = signedIn();
        assertThat(options(browser.get(Paths.ORGANISM))).containsExactly("Sélectionner un organisme", "CPAM GIRONDE");
        for (String hidden : List.of("641", "171")) {
            assertThat(choose(browser, hidden, true).status()).isEqualTo(422);
            assertNoDesk(browser);
        }
    }

    @Test
    @DisplayName("PART-03 the last resolution is the last answer of an exchange")
    void laterAnswersCount() {
        for (boolean exchanged : new boolean[] {false, true}) {
            ClockUtil.reset();
            structure = world.structure();
            world.convention(structure, "331", -100, 200);
            Desk desk = world.desk(world.member(structure, Member.Role.TECHNICIAN), "331");
            String number = world.resolved(desk);
            world.later(Duration.ofDays(14));
            if (exchanged) {
                world.ask(desk, number, "Une question");
                world.answer(number, "Une autre réponse");
            }
            world.later(Duration.ofDays(20));
            rows.convention(structure.id(), "331", -100, -40);
            assertThat(options(signedIn().get(Paths.ORGANISM)).contains("CPAM GIRONDE *"))
                    .isEqualTo(exchanged);
        }
    }

    @Test
    @DisplayName("PART-03 a convention that ends while the session is open ends with the next click")
    void endsMeanwhile() {
        world.convention(structure, "331", -100, 200);
        Desk desk = world.desk(world.member(structure, Member.Role.TECHNICIAN), "331");
        Browser browser = world.browser(desk, port);
        assertFull(browser);
        rows.convention(structure.id(), "331", -100, -1);
        assertNoDesk(browser);

        rows.convention(structure.id(), "331", -100, 200);
        world.deposit(desk, "partners.contact");
        rows.convention(structure.id(), "331", -100, -1);
        assertReadOnly(browser);
        rows.convention(structure.id(), "331", 1, 100);
        assertNoDesk(browser);
    }

    private void endedOpen(String organism) {
        world.convention(structure, organism, -100, 200);
        world.deposit(world.desk(world.member(structure, Member.Role.TECHNICIAN), organism), "partners.contact");
        rows.convention(structure.id(), organism, -100, -1);
    }

    private void endedExtra(String organism, int daysSinceResolution) {
        world.convention(structure, organism, -100, 200);
        String number = world.resolved(world.desk(world.member(structure, Member.Role.TECHNICIAN), organism));
        // by the calendar of Paris: a day of the change of clocks has not 24 hours
        jdbc.sql("update request set resolved_at = (now() at time zone 'Europe/Paris' - make_interval(days => ?))"
                        + " at time zone 'Europe/Paris' where number = ?")
                .params(daysSinceResolution, number)
                .update();
        rows.convention(structure.id(), organism, -100, -40);
    }

    private static void assertNotice(Browser.Page page, String... sentences) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(sentences).contains("CPAM GIRONDE", "Continuer");
    }

    private static void assertFull(Browser browser) {
        assertThat(browser.get(Paths.DEPOSIT).text()).contains("Nouvelle demande");
        assertThat(WebForm.deposit(browser, "partners.contact").choices("reasons"))
                .hasSize(5);
    }

    private static void assertReadOnly(Browser browser) {
        assertThat(browser.get(Paths.REQUESTS).status()).isEqualTo(200);
        assertThat(browser.get(Paths.DEPOSIT).text())
                .contains("Aucun dépôt possible")
                .doesNotContain("Nouvelle demande");
        assertThat(browser.get(Paths.DEPOSIT + "/partners.contact").location()).isEqualTo(Paths.DEPOSIT);
    }

    private static String day(int fromToday) {
        return LocalDate.now(java.time.ZoneId.of("Europe/Paris"))
                .plusDays(fromToday)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private Browser signedIn() {
        return OrganismPage.signedIn(
                port, world.member(structure, Member.Role.TECHNICIAN).login());
    }
}
