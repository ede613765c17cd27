package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Structure;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

@NavetteTest
@DisplayName("PART-21 The accounts page of a manager")
class TechniciansOverHttpTest extends OverHttp {

    private static final String NEW = Paths.TECHNICIANS + "/nouveau";

    @Autowired
    Accounts accounts;

    @Autowired
    SentLetters letters;

    private Structure structure;
    private Browser manager;

    @BeforeEach
    void comeIn() {
        structure = world.structure();
        world.convention(structure, "331", -100, 200, 2);
        manager = world.browser(world.desk(world.member(structure, Member.Role.MANAGER), "331"), port);
    }

    private static Map<String, String> fields(String lastName, String firstName, String email) {
        return Map.of("lastName", lastName, "firstName", firstName, "email", email);
    }

    private static String address() {
        return "t" + UUID.randomUUID() + "@world.example";
    }

    private Desk technician() {
        return world.desk(world.member(structure, Member.Role.TECHNICIAN), "331");
    }

    private static String path(Desk technician) {
        return Paths.TECHNICIANS + "/" + technician.account();
    }

    private Browser.Page post(String path, Map<String, String> fields) {
        manager.get(NEW);
        return manager.post(path, fields);
    }

    private boolean isActive(Desk technician) {
        return accounts.find(technician.account()).orElseThrow().active();
    }

    /** What is written beside a field; empty when nothing is. */
    private static String besideField(Browser.Page page, String id) {
        var found = Pattern.compile("id=\"" + id + "-error\"[^>]*>([^<]*)<").matcher(page.body());
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private static String typed(Browser.Page page, String id) {
        var found = Pattern.compile("name=\"" + id + "\" value=\"([^\"]*)\"").matcher(page.body());
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    @Test
    @DisplayName("PART-21 the empty page says so, how many technicians there may be, and leads to the first account")
    void empty() {
        var page = manager.get(Paths.TECHNICIANS);
        assertThat(page.text())
                .contains("0 technicien actif sur 2", "n'a encore aucun technicien", "Créer le premier compte");
    }

    @Test
    @DisplayName("PART-21 a created account is in the list with its state in words, and its organisms are told")
    void create() {
        world.convention(structure, "623", -10, 100, 0);
        String email = address();
        var answer = post(NEW, fields("d’Aubigné", "Inès", email));
        assertThat(answer.location()).isEqualTo(Paths.TECHNICIANS);
        assertThat(manager.follow(answer).text())
                .contains("Le compte de Inès d’Aubigné est créé.", "est envoyé à " + email)
                .contains("Organismes rattachés : CPAM GIRONDE.", "Plus de place avec : CPAM COTE D'OPALE.")
                .contains("En attente d'activation")
                .contains("1 technicien actif sur 2", "0 technicien actif sur 0 : plus de place");
        assertThat(letters.lastTo(email).text()).contains("Inès d’Aubigné");
        // once: another look says nothing any more
        assertThat(manager.get(Paths.TECHNICIANS).text()).doesNotContain("est créé");
        // the same form sent again
        var again = post(NEW, fields("d’Aubigné", "Inès", email));
        assertThat(again.status()).isEqualTo(422);
        assertThat(besideField(again, "email")).contains("Un technicien de votre structure a déjà cette adresse.");
    }

    @ParameterizedTest
    @CsvSource({
        "lastName, '', Saisissez le nom.",
        "lastName, R2D2, Le nom ne contient que des lettres",
        "firstName, ' ', Saisissez le prénom.",
        "firstName, <script>, Le prénom ne contient que des lettres",
        "email, '', Saisissez l'adresse e-mail.",
        "email, sans-arobase, Saisissez une adresse e-mail de la forme",
    })
    @DisplayName("PART-21 a wrong value is told beside its field, and what was typed is kept")
    void wrongValue(String field, String value, String message) {
        var right = fields("Vidal", "Zoé", address());
        var wrong = new java.util.HashMap<>(right);
        wrong.put(field, value);
        var page = post(NEW, wrong);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("1 point à corriger");
        for (String id : right.keySet()) {
            assertThat(besideField(page, id)).as(id).startsWith(id.equals(field) ? message : "");
            assertThat(besideField(page, id).isEmpty()).as(id).isEqualTo(!id.equals(field));
            assertThat(typed(page, id)).as(id).isEqualTo(wrong.get(id).strip());
        }
    }

    @Test
    @DisplayName("PART-21 nothing at all, NUL, and values without end are answered field by field")
    void hostile() {
        assertThat(post(NEW, Map.of()).text()).contains("3 points à corriger");
        // what no browser sends is not even read
        assertThat(post(NEW, fields("a\u0000", "b\u0000", "c\u0000@d.fr")).status())
                .isEqualTo(400);
        String endless = "é".repeat(100_000);
        var large = post(NEW, fields(endless, endless, endless));
        assertThat(large.status()).isEqualTo(422);
        assertThat(besideField(large, "lastName")).isEqualTo("Le nom a 50 caractères au plus.");
        assertThat(besideField(large, "firstName")).isEqualTo("Le prénom a 50 caractères au plus.");
        assertThat(besideField(large, "email")).isEqualTo("L'adresse e-mail a 254 caractères au plus.");
        assertThat(manager.get(Paths.TECHNICIANS + "/nulle-part").status()).isEqualTo(400);
        assertThat(post(path(technician()) + "/organismes", Map.of()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("PART-21 with the last place taken the page offers no creation, and the server refuses one")
    void limit() {
        technician();
        Desk second = technician();
        var list = manager.get(Paths.TECHNICIANS);
        assertThat(list.text())
                .contains("2 techniciens actifs sur 2 : plus de place", "nombre maximum de techniciens actifs (2)");
        assertThat(list.body()).doesNotContain(NEW);
        assertThat(manager.get(NEW).body()).doesNotContain("name=\"email\"");
        String email = address();
        var refused = post(NEW, fields("Vidal", "Zoé", email));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Votre structure a atteint son nombre maximum de techniciens actifs");
        assertThat(typed(refused, "lastName")).isEqualTo("Vidal");
        assertThat(accounts.find("partners", email)).isEmpty();
        // one leaves, another comes: the first cannot come back
        post(path(second) + "/desactiver", Map.of());
        assertThat(post(NEW, fields("Vidal", "Zoé", email)).location()).isEqualTo(Paths.TECHNICIANS);
        assertThat(manager.get(Paths.TECHNICIANS).text()).contains("Désactivé").doesNotContain("Réactiver");
        var back = post(path(second) + "/reactiver", Map.of());
        assertThat(manager.follow(back).text()).contains("Votre structure a atteint son nombre maximum");
        assertThat(isActive(second)).isFalse();
    }

    @Test
    @DisplayName("PART-21 a deactivated technician's session ends at once; their requests stay in the history")
    void deactivate() {
        Desk desk = technician();
        String number = world.deposit(desk, REVIEW);
        Browser working = world.browser(desk, port);
        assertThat(working.get(Paths.REQUESTS).text()).contains(number);

        assertThat(manager.get(path(desk) + "/desactiver").text()).contains("Victor Chausson", "prend fin aussitôt");
        assertThat(isActive(desk)).isTrue();
        var done = post(path(desk) + "/desactiver", Map.of());
        assertThat(manager.follow(done).text())
                .contains("Le compte de Victor Chausson est désactivé.", "Désactivé", "0 technicien actif sur 2");

        var post = working.post(Paths.request(number) + "/annuler", Map.of("answers", "{}"));
        assertThat(post.status()).isEqualTo(403);
        assertThat(working.get(Paths.REQUESTS).location()).startsWith("/partenaires/connexion");
        assertThat(new Browser(port)
                        .signIn(Paths.PREFIX, world.login(desk), PartnerWorld.PASSWORD)
                        .text())
                .contains("Identifiant ou mot de passe incorrect.");

        assertThat(manager.get(Paths.REQUESTS).text()).contains(number, PartnerWorld.name());
        assertThat(manager.get(Paths.request(number)).status()).isEqualTo(200);
        assertThat(rows.count("select count(*) from request where number = ? and phase <> 'CANCELLED'", number))
                .isOne();
        // who is gone gets no mail about the answer
        world.take(number);
        assertThat(letters.to(world.login(desk))).isEmpty();

        // asked once more, from a page that was left open
        assertThat(manager.get(path(desk) + "/desactiver").location()).isEqualTo(Paths.TECHNICIANS);
        assertThat(post(path(desk) + "/desactiver", Map.of()).location()).isEqualTo(Paths.TECHNICIANS);
    }

    @Test
    @DisplayName("PART-21 a reactivated technician signs in with the password they had")
    void reactivate() {
        Desk desk = technician();
        post(path(desk) + "/desactiver", Map.of());
        assertThat(manager.get(Paths.TECHNICIANS).text()).contains("Réactiver");
        var done = post(path(desk) + "/reactiver", Map.of());
        assertThat(manager.follow(done).text())
                .contains("Le compte de Victor Chausson est réactivé.", "Organismes rattachés : CPAM GIRONDE.");
        assertThat(world.browser(desk, port).get(Paths.DEPOSIT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PART-21 an account is edited; a login that is another's is told beside the field")
    void edit() {
        Desk desk = technician();
        var page = manager.get(path(desk));
        assertThat(typed(page, "lastName")).isEqualTo("Chausson");
        assertThat(typed(page, "email")).isEqualTo(world.login(desk));
        var taken = post(path(desk), fields("Chausson", "Victor", world.login(world.desk("331"))));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(besideField(taken, "email")).contains("déjà l'identifiant d'un autre compte");
        String email = address();
        var done = post(path(desk), fields("Chausson-Roy", "Victor", email));
        assertThat(manager.follow(done).text())
                .contains("Le compte de Victor Chausson-Roy est modifié.", "Chausson-Roy Victor", email);
        assertThat(new Browser(port)
                        .signIn(Paths.PREFIX, email, PartnerWorld.PASSWORD)
                        .location())
                .isEqualTo(Paths.PREFIX);
    }

    @Test
    @DisplayName(
            "PART-21 a technician chooses among the organisms they are attached to; the manager attaches them to more")
    void attach() {
        Desk desk = technician();
        world.convention(structure, "623", -10, 100, 1);
        world.convention(structure, "471", -10, 100, 0);
        Browser working = world.browser(desk, port);
        assertThat(OrganismPage.options(working.get(Paths.ORGANISM)))
                .containsExactly("Sélectionner un organisme", "CPAM GIRONDE");
        assertThat(OrganismPage.choose(working, "623", true).status()).isEqualTo(422);
        assertThat(manager.get(path(desk)).text())
                .containsSubsequence("CPAM COTE D'OPALE", "0 technicien actif sur 1", "Rattacher à CPAM COTE D'OPALE")
                .containsSubsequence("CPAM GIRONDE", "1 technicien actif sur 2", "Rattaché")
                .containsSubsequence("CPAM LOT ET GARONNE", "0 technicien actif sur 0", "Plus de place");
        var full = post(path(desk) + "/organismes", Map.of("organism", "471"));
        assertThat(manager.follow(full).text()).contains("nombre maximum de techniciens actifs est atteint");
        var done = post(path(desk) + "/organismes", Map.of("organism", "623"));
        assertThat(done.location()).isEqualTo(path(desk));
        assertThat(manager.follow(done).text()).contains("Le technicien est rattaché à cet organisme.");
        assertThat(OrganismPage.choose(working, "623", true).location()).isEqualTo(Paths.HOME);
        // the manager sees all of them
        assertThat(OrganismPage.options(manager.get(Paths.ORGANISM))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("PART-21 PART-22 a technician, and a manager of another structure, find no page and change nothing")
    void closed(boolean ownStructure) {
        Desk desk = technician();
        Account account = accounts.find(desk.account()).orElseThrow();
        Browser other =
                world.browser(ownStructure ? desk : world.colleague(world.desk("331"), Member.Role.MANAGER), port);
        for (String page : List.of("", "/desactiver")) {
            assertThat(other.get(path(desk) + page).status()).as(page).isEqualTo(404);
        }
        var fields = fields("Pirate", "Paul", address());
        for (String action : List.of("", "/desactiver", "/reactiver", "/organismes")) {
            assertThat(other.post(path(desk) + action, fields).status())
                    .as(action)
                    .isEqualTo(404);
        }
        if (ownStructure) {
            assertThat(other.get(Paths.TECHNICIANS).status()).isEqualTo(404);
            assertThat(other.get(NEW).status()).isEqualTo(404);
            assertThat(other.post(NEW, fields).status()).isEqualTo(404);
            assertThat(other.get(Paths.REQUESTS).text()).doesNotContain("Gestion des comptes");
        } else {
            assertThat(other.get(Paths.TECHNICIANS).text()).doesNotContain(account.login());
        }
        assertThat(accounts.find(desk.account()).orElseThrow().login()).isEqualTo(account.login());
        assertThat(isActive(desk)).isTrue();
    }
}
