package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("COMM-02 Closed doors")
class ClosedDoorsTest {

    private static final String PREFIX = TrialEspace.PREFIX;

    @LocalServerPort
    int port;

    @Autowired
    TrialEspace.People people;

    @Autowired
    PartnerWorld agents;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/partenaires",
                "/partenaires/",
                "/partenaires/nulle-part",
                "/partenaires/session",
                "/partenaires/mot-de-passe",
                "/partenaires/mot-de-passe/a/b",
                "/essai/qui"
            })
    @DisplayName("COMM-02 what is not open is closed, whether or not it exists")
    void closed(String path) {
        var answer = browser.get(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith("/" + path.split("/")[1] + "/connexion");
        assertThat(browser.sessionId()).as("strangers fill no session table").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nulle-part", "/partenairesx", "/actuatorx", "/Partenaires/session"})
    @DisplayName("COMM-02 a path that no chain knows is closed too")
    void remaining(String path) {
        assertThat(browser.get(path).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-02 an espace opens what it names as public, for reading")
    void openToRead() {
        assertThat(browser.get(PREFIX + "/ouvert").body()).isEqualTo("ouvert");
        browser.get(PREFIX + "/connexion");
        assertThat(browser.post(PREFIX + "/ouvert", Map.of()).body()).doesNotContain("ouvert");
    }

    @Test
    @DisplayName("COMM-02 a form without its token gets a French page, not a stack trace")
    void noToken() {
        browser.signIn(PREFIX, people.inTrial().login(), TrialEspace.PASSWORD);
        var page = browser.postWithoutToken(PREFIX + "/agir", Map.of());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("Cette page n'est plus à jour");
        assertThat(page.body()).doesNotContain("Exception").doesNotContain("org.springframework");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");

        var login = new Browser(port).postWithoutToken(PREFIX + "/connexion", Map.of("login", "a", "password", "b"));
        assertThat(login.status()).isEqualTo(403);
        assertThat(login.heading()).isEqualTo("Cette page n'est plus à jour");
    }

    @Test
    @DisplayName("COMM-02 what a person may not do is refused with a French page")
    void notAllowed() {
        browser.signIn(PREFIX, people.inTrial().login(), TrialEspace.PASSWORD);
        var page = browser.get(PREFIX + "/interdit");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("Accès refusé");
    }

    @Test
    @DisplayName("COMM-02 a script sends the token in a header, and is told in JSON when it is refused")
    void script() {
        browser.signIn(PREFIX, people.inTrial().login(), TrialEspace.PASSWORD);
        browser.get(PREFIX + "/connexion");
        String token = browser.csrf();
        assertThat(browser.header("X-NAVETTE-CSRF", token)
                        .postWithoutToken(PREFIX + "/agir", Map.of())
                        .body())
                .isEqualTo("fait par Ada Essai");
        var refused = new Browser(port).header("X-NAVETTE-CSRF", "autre").postWithoutToken(PREFIX + "/agir", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.body()).contains("Rechargez-la");
    }

    @Test
    @DisplayName("COMM-02 pages carry strict headers and are not kept; scripts and styles come from here alone")
    void headers() {
        var page = browser.get("/partenaires/connexion");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Strict-Transport-Security")).isNull();
        assertThat(page.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* src=\"/assets/)")
                .doesNotContain("style=");
    }

    @Test
    @DisplayName("COMM-02 behind TLS the cookie is secure and browsers are told to stay with TLS")
    void tls() {
        var page = browser.header("X-Forwarded-Proto", "https").get("/partenaires/connexion");
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-NAVETTE=")
                .contains("; Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    @DisplayName("COMM-02 behind TLS a session counts under its prefixed name alone, which nobody sets from elsewhere")
    void prefixed() {
        browser.header("X-Forwarded-Proto", "https");
        browser.signIn(PREFIX, people.inTrial().login(), TrialEspace.PASSWORD);
        assertThat(browser.get(PREFIX + "/qui").status()).isEqualTo(200);
        String session = browser.cookie("__Host-NAVETTE");
        var other = new Browser(port).header("X-Forwarded-Proto", "https");
        assertThat(other.header("Cookie", "NAVETTE=" + session)
                        .get(PREFIX + "/qui")
                        .status())
                .isEqualTo(302);
        assertThat(other.header("Cookie", "__Host-NAVETTE=" + session)
                        .get(PREFIX + "/qui")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the pages around signing in are in French and each has one main part and one heading")
    void pages() {
        for (String path : new String[] {"/connexion", "/mot-de-passe-oublie", "/mot-de-passe/inconnu"}) {
            var page = browser.get("/partenaires" + path);
            assertThat(page.body())
                    .contains("<html lang=\"fr\"")
                    .contains("<main")
                    .doesNotContain("??");
            assertThat(page.body().split("<h1", -1)).hasSize(2);
            assertThat(page.heading()).isNotBlank();
        }
    }

    @Test
    @DisplayName("COMM-02 behind TLS signing out empties what the browser has cached")
    void cleared() {
        browser.header("X-Forwarded-Proto", "https");
        browser.signIn(PREFIX, people.inTrial().login(), TrialEspace.PASSWORD);
        assertThat(browser.get(PREFIX + "/connexion").header("Clear-Site-Data")).isNull();
        assertThat(browser.post(PREFIX + "/deconnexion", Map.of()).header("Clear-Site-Data"))
                .isEqualTo("\"cache\"");
        var agent = new Browser(port).header("X-Forwarded-Proto", "https");
        agent.signIn("/agents", agents.supervisorOf("331").login(), PartnerWorld.PASSWORD);
        agent.get("/agents/mot-de-passe");
        assertThat(agent.post("/agents/deconnexion", Map.of()).header("Clear-Site-Data"))
                .isEqualTo("\"cache\"");
    }
}
