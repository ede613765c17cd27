package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.partners.web.OrganismPage.assertNoDesk;
import static org.navette.partners.web.OrganismPage.choose;
import static org.navette.partners.web.OrganismPage.options;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Structure;
import org.navette.partners.Desk;
import org.navette.partners.Member;

@NavetteTest
@DisplayName("PART-02 Choice of the organism")
class OrganismChoiceTest extends OverHttp {

    private Structure structure;

    @BeforeEach
    void start() {
        structure = world.structure();
    }

    @Test
    @DisplayName("PART-02 the list holds the organisms of the structure's conventions, none of them chosen at first")
    void list() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", -1, 30);
        world.convention(world.structure(), "401", -100, 200);
        Browser browser = signedIn();
        Browser.Page page = browser.follow(browser.get(Paths.HOME));
        assertThat(page.path()).isEqualTo(Paths.ORGANISM);
        assertThat(options(page)).containsExactly("Sélectionner un organisme", "CPAM GIRONDE", "CPAM LOT ET GARONNE");
        assertThat(page.body()).doesNotContain("selected=").doesNotContain("organism--warned");
    }

    @Test
    @DisplayName("PART-02 the organism used last is proposed the next time, in another session too")
    void lastOne() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", -100, 200);
        var account = world.member(structure, Member.Role.TECHNICIAN);
        Browser first = signedIn(world.desk(account, "471"));
        assertThat(choose(first, "471", false).location()).isEqualTo(Paths.HOME);
        Browser.Page later = signedIn(world.desk(account, "471")).get(Paths.ORGANISM);
        assertThat(later.body()).containsPattern("<option [^>]*value=\"471\"[^>]*selected");
    }

    @Test
    @DisplayName("PART-02 an organism out of time is not proposed although it was used last")
    void lastOneIsGone() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", -100, 200);
        Desk desk = world.desk(world.member(structure, Member.Role.TECHNICIAN), "471");
        Browser browser = signedIn(desk);
        choose(browser, "471", false);
        rows.convention(structure.id(), "471", -100, -1);
        Browser.Page page = browser.get(Paths.ORGANISM);
        assertThat(options(page)).containsExactly("Sélectionner un organisme", "CPAM GIRONDE");
        assertThat(page.body()).doesNotContain("selected=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999", "171", "331 ", "'", "%", "0", "É"})
    @DisplayName("PART-02 the placeholder, or what is not in the list, is refused with a sentence")
    void notInTheList(String posted) {
        world.convention(structure, "331", -100, 200);
        Browser browser = signedIn();
        Browser.Page page = choose(browser, posted, true);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choisissez un organisme dans la liste.");
        assertNoDesk(browser);
    }

    @Test
    @DisplayName("COMM-02 a NUL in a parameter is refused before any page sees it")
    void nul() {
        world.convention(structure, "331", -100, 200);
        Browser browser = signedIn();
        Browser.Page page = choose(browser, "331\u0000", true);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("Demande incomprise");
        assertNoDesk(browser);
        assertThat(browser.signIn(Paths.PREFIX, "a\u0000", "b").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("PART-02 the banner leads to the choice, and another organism shows another history at once")
    void change() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", -100, 200);
        Desk desk = world.desk(world.member(structure, Member.Role.TECHNICIAN), "331");
        String number = world.deposit(desk, "partners.contact");
        Browser browser = world.browser(desk, port);
        assertThat(browser.get(Paths.REQUESTS).body())
                .contains("href=\"" + Paths.ORGANISM + "\"")
                .contains(number);
        assertThat(choose(browser, "471", false).location()).isEqualTo(Paths.HOME);
        Browser.Page history = browser.get(Paths.REQUESTS);
        assertThat(history.text()).contains("Organisme CPAM LOT ET GARONNE");
        assertThat(history.body()).doesNotContain(number);
        assertThat(browser.get(Paths.request(number)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("PART-18 a request's page asked for before the choice proposes its organism, then shows the request")
    void wantedPage() {
        world.convention(structure, "331", -100, 200);
        world.convention(structure, "471", -100, 200);
        Desk desk = world.desk(world.member(structure, Member.Role.TECHNICIAN), "471");
        String number = world.deposit(desk, "partners.contact");
        Browser browser = signedIn(desk);
        choose(browser, "331", false);
        browser = signedIn(desk);
        Browser.Page choice = browser.follow(browser.get(Paths.request(number) + "?depuis=%7Bx%7D"));
        assertThat(choice.body()).containsPattern("<option [^>]*value=\"471\"[^>]*selected");
        assertThat(choose(browser, "", false).status()).isEqualTo(422);
        Browser.Page next = choose(browser, "471", false);
        assertThat(next.location()).startsWith(Paths.request(number));
        assertThat(browser.follow(next).text()).contains(number);
        assertThat(choose(browser, "471", false).location()).as("once").isEqualTo(Paths.HOME);
    }

    @Test
    @DisplayName("PART-02 a structure without convention is told so")
    void nothingToChoose() {
        Browser browser = signedIn();
        assertThat(browser.get(Paths.ORGANISM).text()).contains("aucune convention accessible");
        assertThat(choose(browser, "331", true).status()).isEqualTo(422);
    }

    private Browser signedIn() {
        return OrganismPage.signedIn(
                port, world.member(structure, Member.Role.TECHNICIAN).login());
    }

    private Browser signedIn(Desk desk) {
        return OrganismPage.signedIn(port, world.login(desk));
    }
}
