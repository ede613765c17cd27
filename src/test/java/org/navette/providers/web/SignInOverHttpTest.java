package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Signing in to the portal of health professionals")
class SignInOverHttpTest {

    private static final String OWN = "une phrase que seule la clinique connaît";

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    SentLetters letters;

    private Browser browser;

    @BeforeEach
    void browser() {
        browser = new Browser(port);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "PROV-03 the mailed password is good for one sign-in, which leads to the choice of another and nowhere else")
    void firstLogin() {
        CareEstablishment clinic = world.approved(Sector.PRIVATE);
        String mailed = mailed(clinic, Profile.PEC);
        Browser.Page answer = ProviderWorld.signIn(browser, clinic.inpe(), Profile.PEC, null, mailed);
        assertThat(answer.location()).isEqualTo("/soins/accueil");
        assertThat(browser.follow(answer).path()).isEqualTo("/soins/compte/mot-de-passe");
        for (String page : new String[] {"/soins/accueil", "/soins/compte", "/soins/sous-comptes"}) {
            assertThat(browser.get(page).location()).as(page).isEqualTo("/soins/compte/mot-de-passe");
        }
        assertThat(ProviderWorld.signIn(new Browser(port), clinic.inpe(), Profile.PEC, null, mailed)
                        .status())
                .as("it has served")
                .isEqualTo(422);
        browser.get("/soins/compte/mot-de-passe");
        assertThat(change(mailed, mailed).text()).contains("doit être différent");
        Browser.Page changed = change(mailed, OWN);
        assertThat(changed.location()).isEqualTo("/soins/accueil");
        assertThat(browser.follow(changed).heading()).isEqualTo(clinic.name());
        assertThat(ProviderWorld.signIn(new Browser(port), clinic.inpe(), Profile.PEC, null, OWN)
                        .location())
                .isEqualTo("/soins/accueil");
    }

    private Browser.Page change(String current, String chosen) {
        return browser.post(
                "/soins/compte/mot-de-passe", Map.of("current", current, "password", chosen, "confirmation", chosen));
    }

    @Test
    @DisplayName("PROV-03 a mailed password that waited for more than 30 days is none any more")
    void tooOld() {
        CareEstablishment clinic = world.approved(Sector.PRIVATE);
        String mailed = mailed(clinic, Profile.PAYMENTS);
        agency.later(Duration.ofDays(31));
        assertThat(ProviderWorld.signIn(browser, clinic.inpe(), Profile.PAYMENTS, null, mailed)
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("PROV-03 each profile has its own password")
    void profiles() {
        CareEstablishment clinic = world.approved(Sector.PRIVATE);
        assertThat(ProviderWorld.signIn(browser, clinic.inpe(), Profile.PAYMENTS, null, mailed(clinic, Profile.PEC))
                        .status())
                .isEqualTo(422);
        assertThat(ProviderWorld.signIn(
                                browser, clinic.inpe(), Profile.PAYMENTS, null, mailed(clinic, Profile.PAYMENTS))
                        .location())
                .isEqualTo("/soins/accueil");
    }

    @Test
    @DisplayName("PROV-04 asks for the INPE, then for profile, kind and password; nothing tells whether an INPE exists")
    void steps() {
        CareEstablishment member = world.member();
        assertThat(browser.get("/soins/connexion").body()).doesNotContain("name=\"profil\"");
        Browser.Page known = browser.get("/soins/connexion?inpe=" + member.inpe());
        Browser.Page unknown = browser.get("/soins/connexion?inpe=123456789");
        assertThat(known.body()).contains("name=\"profil\"", "name=\"nature\"", "name=\"password\"");
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.text().replace("123456789", member.inpe())).isEqualTo(known.text());
        Browser.Page wrong = ProviderWorld.signIn(browser, member.inpe(), Profile.PEC, null, "faux");
        Browser.Page nobody = ProviderWorld.signIn(browser, "123456789", Profile.PEC, null, "faux");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(nobody.text().replace("123456789", member.inpe())).isEqualTo(wrong.text());
        assertThat(ProviderWorld.signIn(browser, member.inpe(), Profile.PEC, "personne", "faux")
                        .text())
                .contains("Ces informations ne permettent pas de vous connecter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567890", "12345678a", "<b>", "١٢٣٤٥٦٧٨٩"})
    @DisplayName("PROV-04 an INPE that cannot be one is told beside its field, and stays there")
    void malformed(String inpe) {
        Browser.Page page = browser.get("/soins/connexion?inpe=" + URLEncoder.encode(inpe, StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"inpe-error\"").doesNotContain("name=\"profil\"", "<b></b>");
    }

    @ParameterizedTest
    @CsvSource({
        "profil,,Choisissez un profil",
        "profil,admin,Choisissez un profil",
        "nature,,Choisissez la nature",
        "nature,secondaire,Saisissez l'identifiant",
        "password,,Saisissez votre mot de passe"
    })
    @DisplayName("PROV-04 what is missing is told beside its field")
    void missing(String field, String value, String why) {
        browser.get("/soins/connexion?inpe=123456789");
        Map<String, String> fields =
                new HashMap<>(Map.of("inpe", "123456789", "profil", "pec", "nature", "principal", "password", "x"));
        fields.put(field, value == null ? "" : value);
        Browser.Page page = browser.post("/soins/connexion", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"inpe", "profil", "email", "gsm"})
    @DisplayName("PROV-05 a forgotten password: with three of four facts right nothing is sent, and one error says it")
    void threeOfFour(String wrong) {
        CareEstablishment clinic = world.member();
        int before = letters.to(ProviderWorld.email(clinic)).size();
        Map<String, String> facts = facts(clinic);
        CareEstablishment other = world.known(Sector.PRIVATE);
        facts.put(
                wrong,
                switch (wrong) {
                    case "inpe" -> other.inpe();
                    case "email" -> "autre@world.example";
                    case "gsm" -> "0600000000";
                    default -> "paiement";
                });
        Browser.Page page = forgotten(facts);
        assertThat(page.status()).isEqualTo(422);
        if (!wrong.equals("profil")) {
            assertThat(page.text()).contains("ne correspondent pas à celles de la demande d'adhésion");
        }
        assertThat(letters.to(ProviderWorld.email(clinic))).hasSize(before);
    }

    @Test
    @DisplayName("PROV-05 with all four a new password is mailed; the former one is dead, and its sessions end")
    void forgotten() {
        CareEstablishment clinic = world.member();
        Browser signedIn = world.browser(clinic, Profile.PEC, port);
        assertThat(forgotten(facts(clinic)).text()).contains("Un nouveau mot de passe est envoyé");
        String mailed = mailed(clinic, Profile.PEC);
        assertThat(signedIn.get("/soins/accueil").location()).startsWith("/soins/connexion");
        assertThat(ProviderWorld.signIn(browser, clinic.inpe(), Profile.PEC, null, ProviderWorld.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(ProviderWorld.signIn(browser, clinic.inpe(), Profile.PEC, null, mailed)
                        .location())
                .isEqualTo("/soins/accueil");
        assertThat(ProviderWorld.signIn(
                                new Browser(port), clinic.inpe(), Profile.PAYMENTS, null, ProviderWorld.PASSWORD)
                        .location())
                .as("the other profile keeps its own")
                .isEqualTo("/soins/accueil");
    }

    @Test
    @DisplayName("PROV-05 who guesses is slowed down, whatever is right")
    void throttled() {
        CareEstablishment clinic = world.member();
        Browser stranger = new Browser(port).from("203.0.113.77");
        stranger.get("/soins/mot-de-passe-oublie");
        Map<String, String> facts = facts(clinic);
        facts.put("gsm", "0600000000");
        int status = 0;
        for (int i = 0; i < 8; i++) {
            status = stranger.post("/soins/mot-de-passe-oublie", facts).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(stranger.post("/soins/mot-de-passe-oublie", facts(clinic)).status())
                .isEqualTo(429);
    }

    private Map<String, String> facts(CareEstablishment clinic) {
        return new HashMap<>(Map.of(
                "inpe",
                clinic.inpe(),
                "profil",
                "pec",
                "email",
                ProviderWorld.email(clinic).toUpperCase(Locale.ROOT),
                "gsm",
                "+212 612 34 56 78"));
    }

    private Browser.Page forgotten(Map<String, String> facts) {
        browser.get("/soins/mot-de-passe-oublie");
        return browser.post("/soins/mot-de-passe-oublie", facts);
    }

    private String mailed(CareEstablishment clinic, Profile profile) {
        return world.mailed(
                ProviderWorld.email(clinic), world.principal(clinic, profile).label());
    }
}
