package org.navette.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.HtmlRules;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand;
import org.navette.privacy.OfficerWorld;
import org.navette.privacy.process.PersonWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("COMM-05 The page of persons' demands")
class DemandsOverHttpTest {

    private static final String PAGE = "/agents/donnees/personnes";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PersonWorld persons;

    @Autowired
    SentLetters letters;

    private Browser officer;
    private Desk desk;

    @BeforeEach
    void comeIn() {
        officer = officers.browser(port);
        desk = world.desk("331");
    }

    private Browser.Page post(String path, Map<String, String> fields) {
        officer.get(PAGE);
        return officer.post(path, new HashMap<>(fields));
    }

    @Test
    @DisplayName(
            "COMM-05 finds an account by its address, opens an export, and gives its archive to the data officer alone")
    void export() {
        var found = post(PAGE + "/recherche", Map.of("compte", world.login(desk).toUpperCase()));
        assertThat(found.text()).contains("Comptes trouvés", "Victor Chausson", "Espace Partenaires");
        assertThat(HtmlRules.errors(found.body())).isEmpty();
        var opened = post(PAGE, Map.of("account", desk.account().toString(), "kind", "EXPORT"));
        assertThat(opened.location()).isEqualTo(PAGE);
        String number = officer.follow(opened).text().replaceFirst("(?s).*?(DP-\\d{4}-\\d{6}).*", "$1");
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        var page = officer.get(PAGE);
        assertThat(page.text()).contains("Export disponible", "comptes : 1");
        assertThat(HtmlRules.errors(page.body())).isEmpty();
        String link = page.body().replaceFirst("(?s).*?href=\"(" + PAGE + "/" + number + "/fichiers/[^\"]+).*", "$1");
        var archive = officer.get(link);
        assertThat(archive.status()).isEqualTo(200);
        assertThat(archive.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(number);
        assertThat(world.agentBrowser(world.supervisorOf("331").login(), port)
                        .get(link)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-05 finds an insured person by name, in no address of a page, and says what it compares")
    void names() {
        persons.deposit(desk, "Machinchouette", "Zoélie", "1980-01-02");
        var found = post(
                PAGE + "/recherche", Map.of("nom", "MACHINCHOUETTE", "prenom", "zoelie", "naissance", "02/01/1980"));
        assertThat(found.text()).contains("Demandes trouvées", "Demandes : 1", "ne sont pas cherchés");
        assertThat(HtmlRules.errors(found.body())).isEmpty();
        assertThat(post(
                                PAGE + "/recherche",
                                Map.of("nom", "MACHINCHOUETTE", "prenom", "zoelie", "naissance", "03/01/1980"))
                        .text())
                .contains("Aucune demande ne nomme cette personne");
    }

    @Test
    @DisplayName(
            "COMM-05 takes the address where the person is told, if one is given, and says beside it what is wrong")
    void address() {
        persons.deposit(desk, "Trucmuchette", "Zoélie", "1980-01-02");
        Map<String, String> named = Map.of("nom", "Trucmuchette", "prenom", "Zoélie", "naissance", "");
        var wrong = post(PAGE, with(named, "trucmuchette@", "EXPORT"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Saisissez une adresse e-mail complète", "Demandes : 1");
        assertThat(wrong.body()).contains("id=\"courriel-error\"", "value=\"trucmuchette@\"");
        assertThat(HtmlRules.errors(wrong.body())).isEmpty();
        var opened = officer.follow(post(PAGE, with(named, " zoelie.t@world.example ", "EXPORT")));
        String number = opened.text().replaceFirst("(?s).*?(DP-\\d{4}-\\d{6}).*", "$1");
        assertThat(letters.lastTo("zoelie.t@world.example").subject()).contains(number, "bien reçue");
    }

    private static Map<String, String> with(Map<String, String> named, String address, String kind) {
        Map<String, String> fields = new HashMap<>(named);
        fields.putAll(Map.of("courriel", address, "kind", kind));
        return fields;
    }

    @Test
    @DisplayName("COMM-05 leads to tasks that tell an export from an erasure, whose dossier speaks of no partner")
    void tasks() {
        String export = officers.open(Demand.Kind.EXPORT, desk.account(), null);
        String erasure = officers.open(Demand.Kind.ERASURE, desk.account(), null);
        assertThat(world.task(export).getName()).isEqualTo("Décider l'export des données");
        assertThat(world.task(erasure).getName()).isEqualTo("Décider l'effacement des données");
        var dossier = officer.get("/agents/dossiers/" + world.task(erasure).getId());
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(dossier.text())
                .contains("Personne concernée", world.login(desk), "Demandeur")
                .doesNotContain("Attente", "chez le partenaire", "Structure");
    }

    @Test
    @DisplayName("COMM-05 says what is missing, beside its field")
    void missing() {
        var page = post(PAGE + "/recherche", Map.of("nom", "Durand", "naissance", "31/02/1980"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).as("beside its field").contains("-error\">", "aria-invalid=\"true\"");
        assertThat(page.text())
                .contains("2 points à corriger", "Indiquez aussi le prénom.", "Cette date n’existe pas.");
        assertThat(HtmlRules.errors(page.body())).isEmpty();
        assertThat(post(PAGE, Map.of("kind", "EXPORT")).status()).isEqualTo(404);
    }
}
