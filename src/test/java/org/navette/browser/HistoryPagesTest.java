package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The history of requests")
class HistoryPagesTest {

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName("PART-19 all requests of the structure, newest first, in pages; found by filters, sorted as asked")
    void history(Visitor visitor) {
        Desk desk = world.desk("471");
        Desk colleague = world.colleague(desk, Member.Role.TECHNICIAN);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            numbers.add(world.deposit(desk, "partners.case-review"));
        }
        numbers.add(world.deposit(desk, "partners.contact"));
        numbers.add(world.deposit(colleague, "partners.document"));
        world.take(numbers.get(2));
        numbers.add(world.resolved(colleague));
        world.deposit(world.desk("471"), "partners.contact");

        visitor.at(world, desk).sees("Déposer une demande");
        visitor.link("Historique des demandes").click();
        visitor.sees("Historique des demandes");
        Locator cards = visitor.page.locator(".request");
        Locator total = visitor.page.locator(".list-bar__total").first();
        assertThat(cards).hasCount(10);
        assertThat(total).hasText("1–10 sur 12 résultats");
        assertThat(cards.first()).containsText(numbers.get(11));
        assertThat(visitor.page.locator("nav.pages")).hasCount(2);
        visitor.looks("history");

        visitor.page.locator("nav.pages").last().getByText("Suivante").click();
        assertThat(total).hasText("11–12 sur 12 résultats");
        assertThat(cards.last()).containsText(numbers.get(0));

        choose(visitor, "Par page", "25");
        assertThat(total).hasText("1–12 sur 12 résultats");
        assertThat(visitor.page.locator("nav.pages")).hasCount(0);
        choose(visitor, "Ordre", "Croissant");
        assertThat(cards.first()).containsText(numbers.get(0));
        choose(visitor, "Trier par", "Offre de service");
        assertThat(cards.first()).containsText("Contacter votre organisme");

        visitor.page.getByText("Filtrer les demandes").click();
        visitor.select("Statut").selectOption("Pris en charge");
        visitor.button("Filtrer").click();
        assertThat(total).hasText("1–1 sur 1 résultat");
        assertThat(cards).containsText(numbers.get(2));
        visitor.looks("history-filtered");
        visitor.link("Effacer les filtres").click();
        assertThat(total).hasText("1–10 sur 12 résultats");

        visitor.page.getByText("Filtrer les demandes").click();
        visitor.page.getByLabel("Numéro ou personne").fill("joséph");
        visitor.select("Offre de service").selectOption("Demander un document");
        visitor.button("Filtrer").click();
        assertThat(cards).hasCount(1);
        visitor.link("Consulter le détail de la demande " + numbers.get(10)).click();
        visitor.sees("Demande n° " + numbers.get(10));
        visitor.page.goBack();

        visitor.page.getByLabel("Numéro ou personne").fill("personne de ce nom");
        visitor.button("Filtrer").click();
        visitor.reads("Aucune demande ne correspond à ces filtres.").looks("history-nothing");
    }

    /** These selects act at once, by a script that the page must have loaded. */
    private static void choose(Visitor visitor, String select, String option) {
        visitor.page.waitForLoadState();
        visitor.select(select).selectOption(option);
    }
}
