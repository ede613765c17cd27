package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 The session of an agent")
class AgentSessionsTest {

    private static final String LOGIN = "agent.sessions";
    private static final String PASSWORD = "une phrase de passe pour les tests";
    private static final String OTHER = "une autre phrase de passe pour eux";
    private static final String TASKS = ENGINE + "/filter?resourceType=Task&maxResults=2000";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    IdentityService engine;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void agent() {
        jdbc.sql("delete from login_attempt").update();
        if (engine.createUserQuery().userId(LOGIN).count() == 1) {
            engine.deleteUser(LOGIN);
        }
        identity.ensure(new IdentityData(
                List.of(new IdentityData.Organism("901", "CPAM D'ESSAI")),
                List.of(new IdentityData.User(LOGIN, "Zoé", "Essai", null, PASSWORD, List.of("901-agent")))));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
        jdbc.sql("delete from login_attempt").update();
    }

    @Test
    @DisplayName("COMM-02 has another id after signing in, and another after signing out; the former ones are nothing")
    void fixation() {
        AgentBrowser browser = new AgentBrowser(port);
        browser.get("/agents/connexion");
        String before = browser.cookie("NAVETTE");
        assertThat(browser.signIn(LOGIN, PASSWORD).statusCode()).isEqualTo(302);
        String inside = browser.cookie("NAVETTE");
        assertThat(inside).isNotEqualTo(before);
        assertThat(asks(before)).isEqualTo(401);
        assertThat(asks(inside)).isEqualTo(200);

        browser.get("/camunda/app/tasklist/default/");
        browser.call("POST", "/camunda/api/admin/auth/user/default/logout", null);

        assertThat(asks(inside)).isEqualTo(401);
    }

    @Test
    @DisplayName("COMM-02 has a cookie that no script reads and no other site sends")
    void cookie() {
        AgentBrowser browser = new AgentBrowser(port);
        browser.get("/agents/connexion");

        assertThat(browser.signIn(LOGIN, PASSWORD).headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("NAVETTE=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    @DisplayName("COMM-02 is over everywhere at once when an administrator sets another password")
    void newPassword() {
        AgentBrowser here = AgentBrowser.signedIn(port, LOGIN, PASSWORD);
        AgentBrowser there = AgentBrowser.signedIn(port, LOGIN, PASSWORD);
        assertThat(here.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(there.get(TASKS).statusCode()).isEqualTo(200);

        User user = engine.createUserQuery().userId(LOGIN).singleResult();
        user.setPassword(OTHER);
        engine.saveUser(user);

        assertThat(here.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(there.get("/agents/session").statusCode()).isEqualTo(302);
        assertThat(AgentBrowser.signedIn(port, LOGIN, OTHER).get(TASKS).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "COMM-02 is over at once when the account is deleted, and does not come back with one of the same login")
    void deleted() {
        AgentBrowser browser = AgentBrowser.signedIn(port, LOGIN, PASSWORD);
        engine.deleteUser(LOGIN);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);

        agent();
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("COMM-02 shows and does nothing more at once when the agent leaves the organism")
    void left() {
        AgentBrowser browser = AgentBrowser.signedIn(port, LOGIN, PASSWORD);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);

        engine.deleteMembership(LOGIN, "901-agent");

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-02 many addresses that guess one agent's password make it wait; then the agent gets in")
    void oneAccount() {
        ClockUtil.setCurrentTime(new Date());
        for (int i = 0; i < 6; i++) {
            // a login that nobody has is told the same
            assertThat(guess("198.51.101." + i, "nobody.there")).isEqualTo(guess("198.51.100." + i, LOGIN));
        }
        AgentBrowser agent = new AgentBrowser(port).from("203.0.113.7");
        assertThat(location(agent.signIn(LOGIN, PASSWORD))).endsWith("?etat=attente");
        assertThat(basic("203.0.113.8", LOGIN, PASSWORD)).isEqualTo(429);

        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofMinutes(20))));

        assertThat(location(agent.signIn(LOGIN, PASSWORD))).contains("/camunda/app/tasklist");
    }

    @Test
    @DisplayName("COMM-02 gives way to another agent's, who signs in with the same browser")
    void another() {
        identity.ensure(new IdentityData(
                List.of(),
                List.of(new IdentityData.User(
                        "agent.second", "Léa", "Seconde", null, PASSWORD, List.of("901-agent")))));
        AgentBrowser browser = AgentBrowser.signedIn(port, LOGIN, PASSWORD);
        assertThat(location(browser.signIn("agent.second", PASSWORD))).contains("/camunda/app/tasklist");
        assertThat(location(browser.signIn("agent.second", "not the password"))).endsWith("?etat=echec");
        engine.deleteUser("agent.second");
    }

    @Test
    @DisplayName("COMM-02 guesses that come at once break neither each other nor the agent's own signing in")
    void atOnce() {
        for (int round = 0; round < 5; round++) {
            jdbc.sql("delete from login_attempt").update();
            List<CompletableFuture<String>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> i == 0
                            ? location(
                                    new AgentBrowser(port).from("203.0.113.9").signIn(LOGIN, PASSWORD))
                            : guess("198.51.102." + i, LOGIN)))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .allMatch(to -> to.contains("/camunda/app/tasklist") || to.endsWith("?etat=echec"))
                    .areExactly(1, new Condition<>(to -> to.contains("/camunda/app/tasklist"), "signed in"));
        }
    }

    @Test
    @DisplayName("COMM-02 one address that tries many agents' logins waits, at the page and at Modeler's door alike")
    void oneAddress() {
        for (int i = 0; i < 6; i++) {
            basic("198.51.100.9", "agent.storm." + i, "wrong password");
        }
        assertThat(basic("198.51.100.9", LOGIN, PASSWORD)).isEqualTo(429);
        assertThat(location(new AgentBrowser(port).from("198.51.100.9").signIn(LOGIN, PASSWORD)))
                .endsWith("?etat=attente");

        assertThat(location(new AgentBrowser(port).from("198.51.100.10").signIn(LOGIN, PASSWORD)))
                .contains("/camunda/app/tasklist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\u0007", "a\u007f", "\u202ea", "é😀", "${1+1}", "%"})
    @DisplayName("COMM-02 an impossible login is a wrong login at every door")
    void impossible(String login) {
        assertThat(basic("198.51.100.20", login, PASSWORD)).isIn(401, 429);
        assertThat(guess("198.51.100.21", login)).matches("(400|302.*etat=(echec|attente))");
    }

    /** What a wrong password at the page is answered. */
    private String guess(String address, String login) {
        HttpResponse<String> answer = new AgentBrowser(port).from(address).signIn(login, "not the password");
        return answer.statusCode() == 302 ? "302 " + location(answer) : String.valueOf(answer.statusCode());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The status of Modeler's first call. */
    private int basic(String address, String login, String password) {
        String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        AgentBrowser modeler = new AgentBrowser(port).from(address);
        return modeler.send(modeler.request("/engine-rest/version")
                        .header("Authorization", "Basic " + pair)
                        .GET())
                .statusCode();
    }

    /** The status of a call with a session's cookie alone. */
    private int asks(String session) {
        AgentBrowser browser = new AgentBrowser(port);
        return browser.send(browser.request(TASKS)
                        .header("Cookie", "NAVETTE=" + session)
                        .GET())
                .statusCode();
    }
}
