package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.directory.NewsText;
import org.navette.directory.Newsroom;
import org.navette.directory.Organism;
import org.navette.directory.Supervisor;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.Imports;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.RequestType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The home page of a supplier")
class HomeOverHttpTest {

    private static final String HOME = "/segur/accueil";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Couloir COULOIR = Couloir.BIO;

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    Newsroom newsroom;

    @Test
    @DisplayName("FUND-21 counts the supplier's own requests in progress, awaiting documents, validated and paid")
    void figures() {
        money.fresh(COULOIR, "500000.00");
        Enrolled enrolled = world.enrolled(COULOIR);
        Browser browser = world.browser(enrolled.supplier(), port);
        assertThat(browser.get(HOME).text())
                .contains("Demandes en cours 0 0", "Demandes validées 0 0", "Demandes payées 0 0")
                .doesNotContain("n'ont pas été complétées");

        List<String> numbers =
                files
                        .load(
                                enrolled,
                                ImportWorld.file(enrolled, RequestType.ADVANCE, COULOIR)
                                        .times(7))
                        .stream()
                        .map(Imports.Outcome::number)
                        .toList();
        assertThat(browser.get(HOME).text()).contains("7 demandes attendent leurs pièces");
        money.validate(numbers.get(0));
        money.decide(money.batch(COULOIR), Map.of("choice", "FITTING"));
        money.execute(money.payment(), LocalDate.now(PARIS).toString());
        money.validate(numbers.get(1));
        money.validate(numbers.get(2));
        for (int i = 3; i < 6; i++) {
            files.tell(numbers.get(i), "funding.completed");
        }
        agency.decide(numbers.get(5), Map.of("outcome", "DOCUMENT", "awaited", "Le bon de commande signé."));
        String home = browser.get(HOME).text();
        assertThat(home)
                .contains("Demandes en cours 2 0")
                .contains("Demandes en attente de pièces jointes complémentaires 1 0")
                .contains("Demandes validées 2 0")
                .contains("Demandes payées 1 0")
                .contains("Une demande attend ses pièces");
        assertThat(world.browser(world.supplier(), port).get(HOME).text())
                .as("another supplier's")
                .contains("Demandes validées 0 0");
    }

    @Test
    @DisplayName("FUND-21 shows the agency's news of today, and leads to the main functions")
    void news() {
        var supervisor = new Supervisor(
                agency.supervisor(),
                "Awa Diallo",
                new Organism(PayingAgency.ORGANISM, "Agence de services et de paiement"));
        LocalDate today = LocalDate.now(PARIS);
        String title = "Vague 2 " + UUID.randomUUID();
        newsroom.publish(supervisor, UUID.randomUUID(), text(title, today, today));
        newsroom.publish(supervisor, UUID.randomUUID(), text("Demain " + title, today.plusDays(1), today.plusDays(2)));
        Browser.Page home = world.browser(world.supplier(), port).get(HOME);
        assertThat(home.text()).contains(title, "Les dossiers sont ouverts.").doesNotContain("Demain " + title);
        assertThat(home.body())
                .contains("href=\"/segur/enrolements\"", "href=\"/segur/imports\"", "href=\"/segur/demandes\"");
    }

    private static NewsText text(String title, LocalDate from, LocalDate to) {
        return NewsText.typed(title, "Les dossiers sont ouverts.", from.toString(), to.toString());
    }
}
