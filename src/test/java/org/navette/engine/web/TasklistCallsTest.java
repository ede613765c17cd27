package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.AgentBrowser.ENGINE;
import static org.navette.engine.web.TestDesk.PASSWORD;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("What an agent can do in Tasklist")
class TasklistCallsTest {

    @LocalServerPort
    int port;

    TestDesk desk;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        desk = new TestDesk(application);
        desk.open();
    }

    @Test
    @DisplayName("PART-24 an agent lists the tasks of the own organism and never one of another")
    void lists() {
        Task mine = desk.start("901");
        Task theirs = desk.start("902");
        var agent = signedIn("test.agent");
        var filters = agent.json(agent.get(ENGINE + "/filter?resourceType=Task&maxResults=2000"));
        String all = filter(filters, "À prendre en charge");
        // other tests leave tasks in this organism
        var list = agent.post(
                ENGINE + "/filter/" + all + "/list?firstResult=0&maxResults=15",
                "{\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(mine.getId()).doesNotContain(theirs.getId());
    }

    @Test
    @DisplayName("PART-24 a task of another organism cannot be read, claimed, handed over or completed")
    void isolation() {
        Task theirs = desk.start("902");
        var agent = signedIn("test.agent");
        String task = ENGINE + "/task/" + theirs.getId();
        for (String part : new String[] {"", "/form", "/form-variables", "/deployed-form", "/identity-links"}) {
            var read = agent.get(task + part);
            assertThat(read.statusCode()).as(part).isBetween(400, 500);
            assertThat(read.body()).as(part).doesNotContain("902-agent", "Répondre");
        }
        assertThat(agent.post(task + "/claim", "{\"userId\":\"test.agent\"}").statusCode())
                .isEqualTo(409);
        assertThat(agent.post(task + "/assignee", "{\"userId\":\"test.agent\"}").statusCode())
                .isEqualTo(409);
        assertThat(agent.post(task + "/unclaim", null).statusCode()).isEqualTo(409);
        assertThat(agent.post(task + "/submit-form", "{\"variables\":{\"answer\":{\"value\":\"x\"}}}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(tasks.createTaskQuery().taskId(theirs.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    @DisplayName("an agent claims a task, reads its form, submits it, and it is done")
    void claimsAndSubmits() {
        Task task = desk.start("901");
        var agent = signedIn("test.agent");
        String path = ENGINE + "/task/" + task.getId();
        assertThat(agent.post(path + "/claim", "{\"userId\":\"test.agent\"}").statusCode())
                .isEqualTo(204);
        assertThat(agent.get(path).body()).contains("test.agent");
        assertThat(agent.get(path + "/form").statusCode()).isEqualTo(200);
        assertThat(agent.get(path + "/form-variables?deserializeValues=false").statusCode())
                .isEqualTo(200);
        assertThat(agent.get(path + "/deployed-form").body()).contains("Réponse");
        var done = agent.post(path + "/submit-form", "{\"variables\":{\"answer\":{\"value\":\"Voici.\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    @DisplayName("who is not in the task's group cannot claim it, nor be given it, nor complete it")
    void candidatesOnly() {
        Task task = desk.start("901");
        String path = ENGINE + "/task/" + task.getId();
        var chief = signedIn("test.chief");
        var refused = chief.post(path + "/claim", "{\"userId\":\"test.chief\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(chief.json(refused).get("message").asText()).contains("groupe");
        assertThat(chief.post(path + "/assignee", "{\"userId\":\"test.stranger\"}")
                        .statusCode())
                .isEqualTo(400);
        var agent = signedIn("test.agent");
        var notMine = agent.post(path + "/submit-form", "{\"variables\":{\"answer\":{\"value\":\"x\"}}}");
        assertThat(notMine.statusCode()).isEqualTo(400);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    @DisplayName("an agent claims for nobody else")
    void claimsForOneself() {
        Task task = desk.start("901");
        var agent = signedIn("test.agent");
        assertThat(agent.post(ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\":\"test.colleague\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a task is handed over by its assignee or a supervisor, to a member of its group")
    void handover() {
        Task task = desk.start("901");
        String path = ENGINE + "/task/" + task.getId();
        var agent = signedIn("test.agent");
        agent.post(path + "/claim", "{\"userId\":\"test.agent\"}");
        var colleague = signedIn("test.colleague");
        assertThat(colleague.post(path + "/unclaim", null).statusCode()).isEqualTo(400);
        assertThat(colleague
                        .post(path + "/assignee", "{\"userId\":\"test.colleague\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(agent.post(path + "/assignee", "{\"userId\":\"\\u0000\"}").statusCode())
                .isEqualTo(400);
        assertThat(agent.post(path + "/assignee", "{\"userId\":\"test.colleague\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(signedIn("test.chief").post(path + "/unclaim", null).statusCode())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    @DisplayName("an answer that the form does not have is refused")
    void unknownAnswer() {
        Task task = desk.start("901");
        String path = ENGINE + "/task/" + task.getId();
        var agent = signedIn("test.agent");
        agent.post(path + "/claim", "{\"userId\":\"test.agent\"}");
        var refused = agent.post(
                path + "/submit-form",
                "{\"variables\":{\"answer\":{\"value\":\"x\"},\"organism\":{\"value\":\"902\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(agent.json(refused).get("message").asText()).isNotBlank();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    @DisplayName("a forged request, without Camunda's token, changes nothing")
    void forged() {
        Task task = desk.start("901");
        var agent = signedIn("test.agent");
        var forged = agent.send(agent.request(ENGINE + "/task/" + task.getId() + "/claim")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"userId\":\"test.agent\"}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    @DisplayName("before a hand-over only logins of one's own organism are found")
    void colleagues() {
        var agent = signedIn("test.agent");
        assertThat(agent.get(ENGINE + "/user?maxResults=1&id=test.colleague").body())
                .contains("test.colleague");
        assertThat(agent.get(ENGINE + "/user?maxResults=1&id=test.stranger").body())
                .isEqualTo("[]");
        assertThat(agent.get(ENGINE + "/user").body()).isEqualTo("[]");
        assertThat(agent.get(ENGINE + "/user/test.stranger/profile").statusCode())
                .isEqualTo(403);
        assertThat(agent.get(ENGINE + "/user/test.agent/profile").statusCode()).isEqualTo(200);
    }

    private AgentBrowser signedIn(String login) {
        return AgentBrowser.signedIn(port, login, PASSWORD);
    }

    private static String filter(com.fasterxml.jackson.databind.JsonNode filters, String name) {
        for (var filter : filters) {
            if (filter.get("name").asText().equals(name)) {
                return filter.get("id").asText();
            }
        }
        throw new AssertionError(name + " not in " + filters);
    }
}
