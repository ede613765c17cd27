package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The secondary accounts of an establishment")
class SecondaryOverHttpTest {

    private static final String LIST = "/soins/sous-comptes";
    private static final Pattern ID = Pattern.compile(LIST + "/([0-9a-f-]{36})/suppression");
    private static final String GIVEN = "une phrase donnée au guichet";

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    private CareEstablishment clinic;
    private Browser principal;
    private String email;

    @BeforeEach
    void member() {
        clinic = world.member();
        principal = world.browser(clinic, Profile.PEC, port);
        email = "sara." + clinic.inpe() + "@world.example";
    }

    private Map<String, String> sara() {
        return new HashMap<>(
                Map.of("login", "Sara.Admission", "lastName", "Berrada", "firstName", "Sara", "email", email));
    }

    private String create() {
        principal.get(LIST + "/nouveau");
        assertThat(principal.post(LIST + "/nouveau", sara()).location()).isEqualTo(LIST);
        var id = ID.matcher(principal.get(LIST).body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private String label() {
        return "INPE " + clinic.inpe() + ", profil Prises en charge, compte secondaire «\u00a0sara.admission\u00a0»";
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        String mailed = world.mailed(email, label());
        browser.follow(ProviderWorld.signIn(browser, clinic.inpe(), Profile.PEC, "sara.admission", mailed));
        browser.post(
                "/soins/compte/mot-de-passe",
                Map.of("current", mailed, "password", ProviderWorld.PASSWORD, "confirmation", ProviderWorld.PASSWORD));
        return browser;
    }

    @Test
    @DisplayName("PROV-07 is made by the principal account, gets its password by mail, and manages no accounts")
    void created() {
        create();
        assertThat(principal.get(LIST).text()).contains("sara.admission", "Mot de passe à choisir");
        Browser sara = signedIn();
        assertThat(sara.get("/soins/compte").text()).contains("Secondaire", "sara.admission");
        assertThat(sara.get("/soins/accueil").body()).doesNotContain(LIST);
        assertThat(sara.get(LIST).status()).isEqualTo(403);
        assertThat(sara.get(LIST + "/nouveau").status()).isEqualTo(403);
        assertThat(sara.post(LIST + "/nouveau", sara()).status()).isEqualTo(403);
        assertThat(principal.get(LIST).text()).contains("Ouvert");
    }

    @Test
    @DisplayName("PROV-07 suspended while signed in: signed out at once, and let in again when it is reopened")
    void suspended() {
        String id = create();
        Browser sara = signedIn();
        principal.post(LIST + "/" + id + "/suspension", Map.of());
        assertThat(sara.get("/soins/accueil").location()).startsWith("/soins/connexion");
        assertThat(signIn(ProviderWorld.PASSWORD).status()).isEqualTo(422);
        principal.get(LIST);
        principal.post(LIST + "/" + id + "/reprise", Map.of());
        assertThat(signIn(ProviderWorld.PASSWORD).location()).isEqualTo("/soins/accueil");
    }

    @Test
    @DisplayName("PROV-07 deleted while signed in: signed out at once, its login is free for another")
    void deleted() {
        String id = create();
        Browser sara = signedIn();
        assertThat(principal.get(LIST + "/" + id + "/suppression").text()).contains("Sara Berrada");
        principal.post(LIST + "/" + id + "/suppression", Map.of());
        assertThat(sara.get("/soins/accueil").location()).startsWith("/soins/connexion");
        assertThat(sara.post("/soins/compte/mot-de-passe", Map.of()).status()).isIn(302, 403);
        assertThat(principal.get(LIST).text()).contains("Aucun sous-compte");
        create();
    }

    @Test
    @DisplayName("PROV-07 its password is reset by mail, or changed by the principal account: either must be replaced")
    void passwords() {
        String id = create();
        Browser sara = signedIn();
        principal.get(LIST);
        principal.post(LIST + "/" + id + "/reinitialisation", Map.of());
        String mailed = world.mailed(email, label());
        assertThat(sara.get("/soins/accueil").location()).startsWith("/soins/connexion");
        assertThat(signIn(mailed).location()).isEqualTo("/soins/accueil");
        principal.get(LIST + "/" + id + "/mot-de-passe");
        assertThat(change(id, "court", "court").text()).contains("au moins 12 caractères");
        assertThat(change(id, GIVEN, "autre chose encore").text()).contains("ne sont pas identiques");
        assertThat(change(id, GIVEN, GIVEN).location()).isEqualTo(LIST);
        Browser again = new Browser(port);
        assertThat(again.follow(ProviderWorld.signIn(again, clinic.inpe(), Profile.PEC, "SARA.admission", GIVEN))
                        .path())
                .isEqualTo("/soins/compte/mot-de-passe");
    }

    private Browser.Page change(String id, String password, String confirmation) {
        return principal.post(
                LIST + "/" + id + "/mot-de-passe", Map.of("password", password, "confirmation", confirmation));
    }

    private Browser.Page signIn(String password) {
        return ProviderWorld.signIn(new Browser(port), clinic.inpe(), Profile.PEC, "sara.admission", password);
    }

    @ParameterizedTest
    @CsvSource({
        "login,,Saisissez l'identifiant",
        "login,ab,3 à 30 caractères",
        "login,é-à,3 à 30 caractères",
        "login,a/b/c,3 à 30 caractères",
        "lastName,,Saisissez le nom",
        "lastName,http://x,avec des lettres",
        "firstName,,Saisissez le prénom",
        "email,,Saisissez l'adresse",
        "email,sara,par exemple"
    })
    @DisplayName("PROV-07 what is wrong is told beside its field, and nothing typed is lost")
    void wrong(String field, String value, String why) {
        principal.get(LIST + "/nouveau");
        Map<String, String> typed = sara();
        typed.put(field, value == null ? "" : value);
        Browser.Page page = principal.post(LIST + "/nouveau", typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(why);
        assertThat(page.body()).contains("id=\"" + field + "-error\"");
        typed.forEach((name, text) -> assertThat(page.body()).contains("value=\"" + text + "\""));
        assertThat(principal.get(LIST).text()).contains("Aucun sous-compte");
    }

    @Test
    @DisplayName("PROV-07 a login is once in a profile, whatever its case, and free in the other profile")
    void taken() {
        create();
        principal.get(LIST + "/nouveau");
        assertThat(principal.post(LIST + "/nouveau", sara()).text()).contains("Un autre compte de ce profil");
        Browser payments = world.browser(clinic, Profile.PAYMENTS, port);
        payments.get(LIST + "/nouveau");
        assertThat(payments.post(LIST + "/nouveau", sara()).location()).isEqualTo(LIST);
    }

    @Test
    @DisplayName("PROV-17 another establishment, and the other profile of the same one, find none of them")
    void strangers() {
        String id = create();
        for (Browser stranger : new Browser[] {
            world.browser(world.member(), Profile.PEC, port), world.browser(clinic, Profile.PAYMENTS, port)
        }) {
            assertThat(stranger.get(LIST).text()).contains("Aucun sous-compte");
            for (String act :
                    new String[] {"suspension", "reprise", "reinitialisation", "suppression", "mot-de-passe"}) {
                assertThat(stranger.post(LIST + "/" + id + "/" + act, Map.of("password", GIVEN, "confirmation", GIVEN))
                                .status())
                        .as(act)
                        .isEqualTo(404);
            }
        }
        assertThat(principal
                        .get(LIST + "/" + UUID.randomUUID() + "/suppression")
                        .status())
                .isEqualTo(404);
        assertThat(principal.get(LIST).text()).contains("sara.admission");
    }
}
