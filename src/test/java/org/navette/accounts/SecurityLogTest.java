package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("COMM-16 What the log says of who came in and who was refused")
class SecurityLogTest {

    @LocalServerPort
    int port;

    @Autowired
    TrialEspace.People people;

    @Autowired
    PartnerWorld world;

    private Account person;

    @BeforeEach
    void somebody() {
        person = people.inTrial();
    }

    @Test
    @DisplayName("COMM-16 names the account that signed in or failed to, and from where, never what was typed")
    void espace(CapturedOutput output) {
        var browser = new Browser(port).from("203.0.113.77");
        browser.signIn(TrialEspace.PREFIX, person.login(), "pas ce mot de passe");
        browser.signIn(TrialEspace.PREFIX, "un secret tapé dans la mauvaise case", "x");
        browser.signIn(TrialEspace.PREFIX, person.login(), TrialEspace.PASSWORD);

        assertThat(lines(output))
                .anyMatch(line -> line.contains(person.id() + " failed to sign in to trial from 203.0.113.77"))
                .anyMatch(line -> line.contains("unknown failed to sign in to trial from 203.0.113.77"))
                .anyMatch(line -> line.contains(person.id() + " signed in to trial from 203.0.113.77"))
                .noneMatch(line -> line.contains("pas ce mot de passe")
                        || line.contains("secret tapé")
                        || line.contains(person.login()));
    }

    @Test
    @DisplayName("COMM-16 says that tries have to wait")
    void delayed(CapturedOutput output) {
        for (int i = 0; i < 7; i++) {
            new Browser(port).from("203.0.113.78").signIn(TrialEspace.PREFIX, person.login(), "essai " + i);
        }
        assertThat(lines(output))
                .anyMatch(line -> line.contains("a try to sign in to trial from 203.0.113.78 has to wait"));
    }

    @Test
    @DisplayName("COMM-16 names agents by their login, and nobody's login not at all")
    void agents(CapturedOutput output) {
        var agent = world.supervisorOf("331").login();
        var stranger = new Browser(port).from("203.0.113.79");
        stranger.signIn("/agents", agent, "pas ce mot de passe");
        stranger.signIn("/agents", "personne.ne-s-appelle-ainsi", "x");
        world.agentBrowser(agent, port);

        assertThat(lines(output))
                .anyMatch(line -> line.contains(agent + " failed to sign in to agents from 203.0.113.79"))
                .anyMatch(line -> line.contains("unknown failed to sign in to agents from 203.0.113.79"))
                .anyMatch(line -> line.contains(agent + " signed in to agents from "))
                .noneMatch(line -> line.contains("personne.ne-s-appelle-ainsi"));
    }

    @Test
    @DisplayName("COMM-16 tells who was refused what: pages, forged forms, Tasklist's and Modeler's calls")
    void refused(CapturedOutput output) {
        var supervisor = world.supervisorOf("331").login();
        var agent = world.agentBrowser(supervisor, port);
        assertThat(agent.get("/agents/donnees").status()).isEqualTo(403);
        assertThat(agent.get("/camunda/api/engine/engine/default/deployment").status())
                .isEqualTo(403);
        String known = Base64.getEncoder()
                .encodeToString((supervisor + ":" + PartnerWorld.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(new Browser(port)
                        .header("Authorization", "Basic " + known)
                        .get("/engine-rest/version")
                        .status())
                .isEqualTo(403);
        var browser = new Browser(port);
        browser.signIn(TrialEspace.PREFIX, person.login(), TrialEspace.PASSWORD);
        assertThat(browser.postWithoutToken(TrialEspace.PREFIX + "/agir", Map.of())
                        .status())
                .isEqualTo(403);

        // the line is written once the answer is on its way
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(lines(output))
                .anyMatch(line -> line.contains(supervisor + " was refused GET /agents/donnees"))
                .anyMatch(line ->
                        line.contains(supervisor + " was refused GET /camunda/api/engine/engine/default/deployment"))
                .anyMatch(line -> line.contains(supervisor + " was refused GET /engine-rest/version"))
                .anyMatch(line ->
                        line.contains("trial:" + person.id() + " was refused POST " + TrialEspace.PREFIX + "/agir")));
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("org.navette.security"))
                .toList();
    }
}
