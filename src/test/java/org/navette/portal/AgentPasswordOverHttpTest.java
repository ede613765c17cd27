package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.engine.Agents;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 An agent's own password")
class AgentPasswordOverHttpTest {

    private static final String PAGE = "/agents/mot-de-passe";
    private static final String LOGIN = "agent.mot.de.passe";
    private static final String PASSWORD = "une phrase de passe pour les tests";
    private static final String OTHER = "une toute autre phrase de passe";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    IdentityService engine;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void signIn() {
        jdbc.sql("delete from login_attempt").update();
        jdbc.sql("delete from mail_outbox where key like 'accounts/agent-password-changed:%'")
                .update();
        join("901-agent");
        browser = signedIn(PASSWORD);
    }

    private void join(String group) {
        if (engine.createUserQuery().userId(LOGIN).count() == 1) {
            engine.deleteUser(LOGIN);
        }
        identity.ensure(new IdentityData(
                List.of(new IdentityData.Organism("901", "CPAM D'ESSAI")),
                List.of(new IdentityData.User(
                        LOGIN, "Zoé", "Essai", "zoe.essai@agents.example", PASSWORD, List.of(group)))));
    }

    private Browser signedIn(String password) {
        Browser person = new Browser(port);
        person.signIn("/agents", LOGIN, password);
        return person;
    }

    @Test
    @DisplayName(
            "COMM-02 is changed with the present one: this session goes on, the others are over, the former is nothing")
    void changed() {
        Browser other = signedIn(PASSWORD);
        Browser.Page page = browser.get(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Changer de mot de passe");
        assertThat(page.text())
                .contains(
                        "Revenir à la liste de tâches",
                        "Zoé Essai",
                        "Identifiant\u00a0: " + LOGIN,
                        "De 12 à 128 caractères");
        String session = browser.sessionId();

        Browser.Page answer = change(PASSWORD, OTHER, OTHER);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(browser.follow(answer).text()).contains("Votre nouveau mot de passe est enregistré.");
        assertThat(browser.sessionId()).isNotEqualTo(session);
        assertThat(browser.get("/agents/session").status()).isEqualTo(204);
        assertThat(other.get("/agents/session").status()).isEqualTo(302);
        assertThat(signedIn(PASSWORD).get(PAGE).status()).isEqualTo(302);
        assertThat(signedIn(OTHER).get(PAGE).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "|une toute autre phrase de passe|une toute autre phrase de passe|Saisissez votre mot de passe actuel.",
                "pas celui-ci|une toute autre phrase de passe|une toute autre phrase de passe|Ce n'est pas votre mot de passe actuel.",
                "une phrase de passe pour les tests|court|court|Le mot de passe doit compter au moins 12 caractères.",
                "une phrase de passe pour les tests|agent.mot.de.passe|agent.mot.de.passe|Le mot de passe ne doit pas reprendre votre identifiant ou votre adresse e-mail.",
                "une phrase de passe pour les tests|zoe.essai@agents.example|zoe.essai@agents.example|Le mot de passe ne doit pas reprendre votre identifiant ou votre adresse e-mail.",
                "une phrase de passe pour les tests|une phrase de passe pour les tests|une phrase de passe pour les tests|Le nouveau mot de passe doit être différent de l'actuel.",
                "une phrase de passe pour les tests|une toute autre phrase de passe|une toute autre|Les deux mots de passe ne sont pas identiques."
            })
    @DisplayName("COMM-02 is not changed when something is wrong, which is told beside its field")
    void wrong(String current, String password, String confirmation, String told) {
        Browser.Page page = change(current, password, confirmation);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Le mot de passe n'est pas changé", told);
        assertThat(signedIn(PASSWORD).get(PAGE).status()).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern("type=\"password\"[^>]* value=");
    }

    @Test
    @DisplayName("COMM-02 is told to its owner by mail, in case it was somebody else who changed it")
    void told() {
        change("pas celui-ci", OTHER, OTHER);
        assertThat(mails()).isEmpty();
        change(PASSWORD, OTHER, OTHER);
        assertThat(mails()).containsExactly("zoe.essai@agents.example");
    }

    @Test
    @DisplayName("COMM-02 is changed by somebody without a name or an address too, whom no mail reaches")
    void nameless() {
        var user = engine.createUserQuery().userId(LOGIN).singleResult();
        user.setFirstName(null);
        user.setLastName(null);
        user.setEmail(null);
        engine.saveUser(user);
        assertThat(change(PASSWORD, OTHER, OTHER).status()).isEqualTo(302);
        assertThat(mails()).isEmpty();
    }

    private List<String> mails() {
        return jdbc.sql("select recipient from mail_outbox where key like ?")
                .param("accounts/agent-password-changed:" + LOGIN + ":%")
                .query(String.class)
                .list();
    }

    @RepeatedTest(5)
    @DisplayName(
            "COMM-02 is changed once when two ask for it at once: the other one's present password is none any more")
    void twice() {
        List<String> chosen = List.of("une première phrase de passe", "une seconde phrase de passe");
        List<Browser> people = List.of(browser, signedIn(PASSWORD));
        people.forEach(person -> person.get(PAGE));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 2)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> post(people.get(i), PASSWORD, chosen.get(i), chosen.get(i))
                                .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnlyOnce(302);
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("COMM-02 a present password of any length is compared or refused, not hashed for ever")
    void boundless() {
        assertThat(change("é".repeat(200_000), OTHER, OTHER).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("COMM-02 is not guessed: after five wrong ones even the right one has to wait")
    void guessed() {
        // time stands still, however slow the machine
        ClockUtil.setCurrentTime(new Date());
        try {
            for (int i = 0; i < 5; i++) {
                change("essai " + i, OTHER, OTHER);
            }
            assertThat(change(PASSWORD, OTHER, OTHER).text()).contains("Trop de tentatives.");
            assertThat(signedIn(PASSWORD).get(PAGE).status())
                    .as("signing in is counted apart")
                    .isEqualTo(200);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    @DisplayName("COMM-02 is changed by process owners too, who have no tasks")
    void owner() {
        join(Agents.PROCESS_OWNER);
        browser = signedIn(PASSWORD);
        assertThat(browser.get(PAGE).text()).contains("Revenir aux modèles").doesNotContain("liste de tâches");
        assertThat(change(PASSWORD, OTHER, OTHER).status()).isEqualTo(302);
        assertThat(browser.get("/agents/session").status()).isEqualTo(204);
    }

    @Test
    @DisplayName("COMM-02 is reached from Tasklist's bar and from the banner of agents' pages")
    void reached() {
        assertThat(browser.get("/agents/menu").body()).contains(PAGE);
        assertThat(browser.get(PAGE).body()).contains("<a href=\"" + PAGE + "\">Changer de mot de passe</a>");
    }

    private Browser.Page change(String current, String password, String confirmation) {
        browser.get(PAGE);
        return post(browser, current, password, confirmation);
    }

    private static Browser.Page post(Browser person, @Nullable String current, String password, String confirmation) {
        Map<String, String> typed = new HashMap<>();
        typed.put("current", current == null ? "" : current);
        typed.put("password", password);
        typed.put("confirmation", confirmation);
        return person.post(PAGE, typed);
    }
}
