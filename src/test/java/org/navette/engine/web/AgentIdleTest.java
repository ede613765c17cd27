package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.AgentBrowser.ENGINE;
import static org.navette.engine.web.TestDesk.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 An idle agent, and one who never is")
class AgentIdleTest {

    @LocalServerPort
    int port;

    private String task;
    private AgentBrowser agent;

    @BeforeEach
    void signIn(@Autowired ApplicationContext application) {
        var desk = new TestDesk(application);
        desk.open();
        task = ENGINE + "/task/" + desk.start("901").getId();
        agent = AgentBrowser.signedIn(port, "test.agent", PASSWORD);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-02 is signed out after half an hour although Tasklist goes on asking for its list and task")
    void refreshIsNotPresence() {
        later(29);
        assertThat(agent.get(task).statusCode()).isEqualTo(200);
        later(31);
        assertThat(agent.get(task).statusCode()).isEqualTo(401);
        assertThat(agent.get("/agents/session").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agents/session", ENGINE + "/filter?resourceType=Task&maxResults=2000"})
    @DisplayName("COMM-02 stays signed in with every other call, and with the page's word that somebody is there")
    void presence(String call) {
        later(29);
        assertThat(agent.get(call).statusCode()).isBetween(200, 204);
        later(58);
        assertThat(agent.get(task).statusCode()).isEqualTo(200);
        later(60);
        assertThat(agent.get(task).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("COMM-02 is signed out twelve hours after the session began, however busy")
    void workingDay(@Autowired JdbcClient jdbc) {
        String session = new String(Base64.getDecoder().decode(agent.cookie("NAVETTE")), StandardCharsets.US_ASCII);
        jdbc.sql("update spring_session set creation_time = creation_time - 12 * 3600 * 1000 where session_id = ?")
                .param(session)
                .update();
        assertThat(agent.get(task).statusCode()).isEqualTo(401);
        assertThat(agent.get("/agents/session").statusCode()).isEqualTo(302);
    }

    private static void later(int minutes) {
        ClockUtil.offset(Duration.ofMinutes(minutes).toMillis());
    }
}
