package org.navette.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Nights;
import org.navette.retention.Retained;
import org.navette.retention.RetentionFigures;
import org.navette.retention.RetentionFigures.OfKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The page of what is kept")
class KeptOverHttpTest {

    private static final String PAGE = "/agents/donnees";

    @LocalServerPort
    int port;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PartnerWorld world;

    @Autowired
    Nights nights;

    @Autowired
    RetentionFigures figures;

    @Autowired
    java.util.List<Retained> retained;

    @Autowired
    java.time.Clock clock;

    @Autowired
    JdbcClient jdbc;

    private OfKind partners() {
        return figures.all().stream()
                .flatMap(espace -> espace.kinds().stream())
                .filter(kind -> kind.label().equals("Demandes"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("COMM-05 shows each kind of requests with its time, and what is kept beside them, to the data officer")
    void page() {
        var browser = officers.browser(port);
        var page = browser.get(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Conservation");
        assertThat(page.body()).contains("<title>Conservation – Données personnelles</title>");
        assertThat(page.text())
                .contains("Dalila Vernet", "Délégué à la protection des données", "Navette – Données personnelles")
                .doesNotContain("Gestion", "Superviseur");
        retained.forEach(espace -> {
            espace.kinds().forEach(kind -> assertThat(page.text()).contains(kind.label()));
            espace.beside().forEach(beside -> assertThat(page.text()).contains(beside.label(), beside.kept()));
        });
        assertThat(page.text()).contains("10\u00a0ans", "24\u00a0mois", "Comptes");
        assertThat(browser.get("/agents/menu").body())
                .contains("Données personnelles", PAGE)
                .doesNotContain("organisme");
        assertThat(world.agentBrowser(world.supervisorOf("331").login(), port)
                        .get("/agents/menu")
                        .body())
                .doesNotContain(PAGE);
    }

    @Test
    @DisplayName("COMM-05 is closed to agents, supervisors and to who is not signed in")
    void closed() {
        assertThat(world.agentBrowser(world.supervisorOf("331").login(), port)
                        .get(PAGE)
                        .status())
                .isEqualTo(403);
        assertThat(new org.navette.Browser(port).get(PAGE).location()).startsWith("/agents/connexion");
        assertThat(officers.browser(port).get("/agents/gestion").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-05 counts what is open, over, announced and erased, and tells the next day of erasure")
    void counts() {
        OfKind before = partners();
        var desk = world.desk("331");
        String number = world.deposit(desk, "partners.case-review");
        assertThat(partners().open()).isEqualTo(before.open() + 1);
        jdbc.sql("update request set phase = 'CLOSED' where number = ?")
                .param(number)
                .update();
        nights.age(number, "30 months");
        OfKind over = partners();
        assertThat(over.open()).isEqualTo(before.open());
        assertThat(over.over()).isEqualTo(before.over() + 1);
        assertThat(over.next()).isEqualTo(java.time.LocalDate.now(clock).plusDays(30));
        nights.pass("partner-retention");
        assertThat(partners().announced()).isEqualTo(before.announced() + 1);
        nights.announceAndErase("partner-retention");
        assertThat(partners().erased()).isEqualTo(before.erased() + 1);
        assertThat(partners().over()).isEqualTo(before.over());
    }
}
