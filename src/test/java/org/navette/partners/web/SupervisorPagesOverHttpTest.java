package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.Structure;
import org.navette.partners.Member;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PART-25 The supervisors' pages")
class SupervisorPagesOverHttpTest extends OverHttp {

    private static final String BASE = "/agents/gestion/471";
    private static final String NEWS = BASE + "/actualites";
    private static final String STRUCTURES = BASE + "/structures";

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Browser browser;
    private Structure structure;
    private LocalDate today;

    @BeforeEach
    void comeIn() {
        browser = world.agentBrowser(world.supervisorOf("471").login(), port);
        structure = world.structure();
        world.convention(structure, "471", -100, 60, 2);
        today = LocalDate.now(clock);
    }

    /** Other tests go home without news. */
    @AfterEach
    void clear() {
        jdbc.sql("delete from news where organism_code = '471'").update();
    }

    private String day(int days) {
        return today.plusDays(days).toString();
    }

    private Browser.Page post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("key", UUID.randomUUID().toString());
        browser.get(NEWS + "/nouvelle");
        return browser.post(path, all);
    }

    private String page() {
        return STRUCTURES + "/" + structure.id();
    }

    @Test
    @DisplayName(
            "PART-05 PART-25 news that are published are on the partner's home page, as text, until they are withdrawn")
    void news() {
        var partner = world.browser(world.desk(world.member(structure, Member.Role.TECHNICIAN), "471"), port);
        assertThat(partner.get(Paths.HOME).location()).isEqualTo(Paths.DEPOSIT);
        assertThat(browser.get(NEWS).text()).contains("ne lisent aucune actualité aujourd'hui");
        var published = post(
                NEWS + "/nouvelle",
                Map.of(
                        "title",
                        "Fermeture <b>",
                        "body",
                        "Le <script>alert(1)</script>\r\nmardi.",
                        "from",
                        day(0),
                        "to",
                        day(3)));
        assertThat(browser.follow(published).text())
                .contains("L'actualité « Fermeture <b> » est publiée.", "En vigueur", "Sabine Superviseur");
        var home = partner.get(Paths.HOME);
        assertThat(home.body())
                .contains("Fermeture &lt;b&gt;", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        String id = jdbc.sql("select id from news where organism_code = '471'")
                .query(String.class)
                .single();
        assertThat(browser.get(NEWS + "/" + id).body()).contains("value=\"" + day(3) + "\"");
        assertThat(browser.get(NEWS + "/" + id + "/retirer").text()).contains("ne la liront plus");
        assertThat(browser.follow(post(NEWS + "/" + id + "/retirer", Map.of())).text())
                .contains("est retirée", "Publier de nouveau");
        assertThat(partner.get(Paths.HOME).location()).isEqualTo(Paths.DEPOSIT);
        assertThat(browser.get(NEWS + "/" + id).text()).contains("l'enregistrer la publie de nouveau");
    }

    @Test
    @DisplayName("PART-25 a wrong value is told beside its field, and what was typed is kept")
    void wrong() {
        var page = post(NEWS + "/nouvelle", Map.of("title", "Gardé", "from", "hier", "to", day(-1)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("3 points à corriger", "Saisissez le texte de l'actualité.")
                .contains("Indiquez le premier jour sous la forme jj/mm/aaaa.", "Le dernier jour est déjà passé");
        assertThat(page.body()).contains("value=\"Gardé\"");
        assertThat(post(NEWS + "/nouvelle", Map.of()).text()).contains("4 points à corriger");
        assertThat(post(STRUCTURES + "/nouvelle", Map.of()).text()).contains("4 points à corriger");
        assertThat(post(page() + "/conventions/nouvelle", Map.of()).text()).contains("2 points à corriger");
        assertThat(post(page() + "/gestionnaires/nouveau", Map.of()).text()).contains("3 points à corriger");
        var limit = post(page() + "/techniciens", Map.of("limit", "beaucoup"));
        assertThat(limit.status()).isEqualTo(422);
        assertThat(limit.body()).contains("value=\"beaucoup\"", "Indiquez un nombre entier de 0 à 500.");
        assertThat(browser.get(STRUCTURES + "?page=-1&recherche=" + "x".repeat(300))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(STRUCTURES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(browser.get(STRUCTURES + "/x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("PART-25 a structure is looked up, registered with its convention and given its manager, who signs in")
    void newStructure() {
        String name = "CCAS " + UUID.randomUUID();
        assertThat(browser.get(STRUCTURES + "/nouvelle?recherche="
                                + structure.name().replace(" ", "+"))
                        .text())
                .contains("1 structure trouvée", "Choisir");
        assertThat(browser.get(STRUCTURES + "/nouvelle?recherche=" + name.replace(" ", "+"))
                        .text())
                .contains("Aucune structure trouvée", "Enregistrez-la ci-dessous");
        var fields = Map.of(
                "name",
                name,
                "from",
                day(0),
                "to",
                day(200),
                "limit",
                "3",
                "key",
                UUID.randomUUID().toString());
        var created = post(STRUCTURES + "/nouvelle", fields);
        assertThat(created.location()).startsWith(STRUCTURES + "/");
        assertThat(post(STRUCTURES + "/nouvelle", fields).location())
                .as("again")
                .isEqualTo(created.location());
        var page = browser.get(created.location());
        assertThat(page.text())
                .contains(name, "Accès complet", "n'a pas encore de gestionnaire", "Offres de service ouvertes")
                .contains("8 au plus, 5\u00a0Mo chacun", "Demander un document Sans fichier");
        assertThat(post(STRUCTURES + "/nouvelle", Map.of("name", name, "from", day(0), "to", day(9), "limit", "1"))
                        .text())
                .contains("Une structure porte déjà ce nom", "1 structure trouvée");

        String email = "m" + UUID.randomUUID() + "@world.example";
        var manager = Map.of("lastName", "Vidal", "firstName", "Zoé", "email", email);
        var opened = post(created.location() + "/gestionnaires/nouveau", manager);
        assertThat(browser.follow(opened).text())
                .contains("Le compte de Zoé Vidal est créé.", "En attente d’activation", "Renvoyer le lien")
                .doesNotContain("Créer le compte du gestionnaire");
        assertThat(post(created.location() + "/gestionnaires/nouveau", manager).location())
                .as("again")
                .isEqualTo(created.location());
        var second = post(
                created.location() + "/gestionnaires/nouveau",
                Map.of("lastName", "Autre", "firstName", "Ana", "email", "x" + email));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text()).contains("a déjà un gestionnaire actif");

        var person = new Browser(port);
        String link = letters.lastTo(email).link();
        person.get(link);
        String password = "une phrase bien à moi seule";
        person.post(link, Map.of("password", password, "confirmation", password));
        person.follow(person.signIn("/partenaires", email, password));
        assertThat(person.get(Paths.ORGANISM).text()).contains("CPAM LOT ET GARONNE");
    }

    @Test
    @DisplayName("PART-25 conventions are renewed and moved, and the limit changed, with what the page then shows")
    void conventions() {
        assertThat(browser.get(STRUCTURES + "?recherche=" + structure.name().replace(" ", "+"))
                        .text())
                .contains("Convention en vigueur", "Gérer");
        assertThat(browser.get(page() + "/conventions/nouvelle").body()).contains("value=\"" + day(61) + "\"");
        var overlap = post(page() + "/conventions/nouvelle", Map.of("from", day(30), "to", day(90)));
        assertThat(overlap.text()).contains("cochez la case du remplacement");
        var replaced =
                post(page() + "/conventions/nouvelle", Map.of("from", day(30), "to", day(90), "replaces", "true"));
        assertThat(browser.follow(replaced).text()).contains("La convention est enregistrée.", "Convention renouvelée");
        String coming = jdbc.sql("select id from convention where structure_id = ? and starts_on > current_date")
                .param(structure.id())
                .query(String.class)
                .single();
        String one = page() + "/conventions/" + coming;
        assertThat(browser.get(one).text()).contains("Changer les dates");
        assertThat(post(one, Map.of("from", day(31), "to", day(80), "seen", "autre"))
                        .text())
                .contains("Un collègue a changé les dates");
        var moved = post(one, Map.of("from", day(31), "to", day(80), "seen", day(30) + "/" + day(90)));
        assertThat(browser.follow(moved).text()).contains("Les dates de la convention sont enregistrées.");
        assertThat(browser.follow(post(page() + "/techniciens", Map.of("limit", "7")))
                        .text())
                .contains("La structure peut avoir 7 techniciens actifs avec l'organisme.", "auparavant 2");
    }

    @Test
    @DisplayName("PART-24 PART-25 a supervisor of another organism finds nothing of this one under their own address")
    void elsewhere() {
        var other = world.agentBrowser(world.supervisorOf("641").login(), port);
        other.get("/agents/gestion/641/actualites/nouvelle");
        String theirs = "/agents/gestion/641/structures/" + structure.id();
        assertThat(other.get(theirs).status()).isEqualTo(404);
        assertThat(other.post(theirs + "/techniciens", Map.of("limit", "9")).status())
                .isEqualTo(404);
        assertThat(other.post(
                                theirs + "/gestionnaires/nouveau",
                                Map.of("lastName", "A", "firstName", "B", "email", "c@world.example"))
                        .status())
                .isEqualTo(404);
        assertThat(world.agentBrowser(world.agent("471"), port).get(STRUCTURES).status())
                .isEqualTo(403);
    }
}
