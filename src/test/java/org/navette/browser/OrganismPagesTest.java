package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.accounts.Account;
import org.navette.directory.Structure;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
@DisplayName("The choice of the organism")
class OrganismPagesTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("PART-02 PART-03 each situation of the convention is said, and opens what it allows")
    void situations(Visitor visitor) {
        Structure structure = world.structure();
        Account account = world.member(structure, Member.Role.TECHNICIAN);
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", 10, 200);
        world.convention(structure, "241", -100, 10);
        ended(structure, account, "401", false);
        ended(structure, account, "641", true);
        world.convention(structure, "171", -200, -100);

        visitor.signIn(account.login(), PartnerWorld.PASSWORD).sees("Choix de l'organisme");
        Locator choice = visitor.page.getByLabel("Avec quel organisme");
        assertThat(choice.locator("option")).hasText(new String[] {
            "Sélectionner un organisme",
            "CPAM BAYONNE *",
            "CPAM DORDOGNE *",
            "CPAM GIRONDE",
            "CPAM LANDES *",
            "CPAM LOT ET GARONNE *"
        });
        assertThat(choice.locator("option:checked")).hasText("Sélectionner un organisme");
        visitor.looks("organism");
        visitor.expecting(422).button("Valider").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("organism-missing");
        visitor.link("Choisissez un organisme dans la liste.").click();
        assertThat(choice).isFocused();

        visitor.choose("CPAM LOT ET GARONNE *").reads("commence le").looks("organism-not-yet");
        assertThat(visitor.button("Continuer")).hasCount(0);

        visitor.choose("CPAM DORDOGNE *")
                .reads("Prenez contact avec cet organisme")
                .looks("organism-ends-soon");
        visitor.button("Continuer").click();
        visitor.sees("Déposer une demande");
        assertThat(visitor.page.locator(".banner__organism strong")).hasText("CPAM DORDOGNE *");

        change(visitor)
                .choose("CPAM LANDES *")
                .reads("Des demandes sont encore en cours")
                .looks("organism-read-only");
        visitor.button("Continuer").click();
        visitor.sees("Historique des demandes").reads("1–1 sur 1 résultat").looks("history-read-only");
        assertThat(visitor.link("Déposer une demande")).hasCount(0);

        change(visitor).choose("CPAM BAYONNE *").reads("délai supplémentaire").looks("organism-extra-time");
        visitor.button("Continuer").click();
        visitor.sees("Historique des demandes");

        change(visitor).choose("CPAM GIRONDE").sees("Déposer une demande");
    }

    @Test
    @DisplayName("PART-02 the organism used last is proposed at the next visit")
    void last(Visitor visitor) {
        Desk desk = world.desk("331");
        visitor.at(world, desk).sees("Déposer une demande");
        visitor.open("/partenaires/organisme");
        assertThat(visitor.page.getByLabel("Avec quel organisme").locator("option:checked"))
                .hasText("CPAM GIRONDE");
    }

    @Test
    @DisplayName("PART-03 without any convention the page says whom to ask")
    void none(Visitor visitor) {
        Account account = world.member(world.structure(), Member.Role.TECHNICIAN);
        visitor.signIn(account.login(), PartnerWorld.PASSWORD)
                .reads("aucune convention accessible")
                .looks("organism-none");
    }

    private static Visitor change(Visitor visitor) {
        visitor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Changer d'organisme"))
                .click();
        return visitor.sees("Choix de l'organisme");
    }

    /** A convention that was in force when a request was made, and has ended since. */
    private void ended(Structure structure, Account account, String organism, boolean resolved) {
        world.convention(structure, organism, -100, 100);
        Desk desk = world.desk(account, organism);
        if (resolved) {
            world.resolved(desk);
        } else {
            world.deposit(desk, "partners.case-review");
        }
        jdbc.sql("update convention set ends_on = current_date - 2 where structure_id = ? and organism_code = ?")
                .params(structure.id(), organism)
                .update();
        // the person has chosen nothing yet
        jdbc.sql("update partner_member set last_organism = null where account_id = ?")
                .param(account.id())
                .update();
    }
}
