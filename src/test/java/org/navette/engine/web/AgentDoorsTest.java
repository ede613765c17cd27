package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.AgentBrowser.ENGINE;
import static org.navette.engine.web.TestDesk.PASSWORD;

import java.net.http.HttpRequest;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("What stays closed to agents")
class AgentDoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    TestDesk desk;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        desk = new TestDesk(application);
        desk.open();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("COMM-19 an expression inside orQueries is refused to everybody, at any depth")
    @ValueSource(strings = {"test.agent", "test.admin"})
    void expressionInjection(String login) {
        var person = signedIn(login);
        String bad = "{\"orQueries\":[{\"dueAfterExpression\":\"${''.getClass()}\"}]}";
        String deep = "{\"a\":{\"orQueries\":[{\"b\":[{\"assigneeExpression\":\"${1}\"}]}]}}";
        String filter = filterId(person);
        for (String path :
                new String[] {"/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count"}) {
            for (String body : new String[] {bad, deep}) {
                var refused = person.post(ENGINE + path, body);
                assertThat(refused.statusCode()).as(path).isEqualTo(403);
                assertThat(person.json(refused).get("message").asText()).isNotBlank();
            }
        }
        assertThat(person.get(ENGINE + "/task?dueAfterExpression=%24%7B1%7D&assignee=" + login)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-19 a stored filter holds no expression but those of the list, and none in orQueries")
    void storedFilters() {
        var admin = signedIn("test.admin");
        String create = ENGINE + "/filter/create";
        String shape = "{\"resourceType\":\"Task\",\"name\":\"Essai\",\"properties\":{},\"query\":%s}";
        assertThat(admin.post(create, shape.formatted("{\"assigneeExpression\":\"${execution}\"}"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(
                                create,
                                shape.formatted("{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}"))
                        .statusCode())
                .isEqualTo(403);
        var kept = admin.post(
                create,
                shape.formatted("{\"assigneeExpression\":\"${ currentUser() }\","
                        + "\"dueBeforeExpression\":\"${dateTime().plusDays(2)}\"}"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        String id = admin.json(kept).get("id").asText();
        assertThat(admin.call("PUT", ENGINE + "/filter/" + id, shape.formatted("{\"nameExpression\":\"${1+1}\"}"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.call("DELETE", ENGINE + "/filter/" + id).statusCode()).isEqualTo(204);
        assertThat(signedIn("test.agent").post(create, shape.formatted("{}")).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-19 the set-up of a first administrator is refused to everybody, always")
    void setUp() {
        String body = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"une phrase assez longue\"}}";
        String path = "/camunda/api/admin/setup/default/user/create";
        var nobody = new AgentBrowser(port);
        nobody.get("/agents/connexion");
        assertThat(nobody.post(path, body).statusCode()).isEqualTo(401);
        assertThat(signedIn("test.agent").post(path, body).statusCode()).isEqualTo(403);
        assertThat(signedIn("test.admin").post(path, body).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("COMM-19 task attachments, comments and ways around the form are refused, to administrators too")
    @CsvSource({
        "POST,/task/ID/attachment/create",
        "GET,/task/ID/attachment",
        "POST,/task/ID/comment/create",
        "POST,/task/ID/complete",
        "POST,/task/ID/resolve",
        "POST,/task/ID/delegate",
        "POST,/task/ID/bpmnError",
        "POST,/task/ID/bpmnEscalation",
        "POST,/task/ID/variables",
        "PUT,/task/ID/variables/organism",
        "POST,/task/ID/localVariables",
        "POST,/task/create",
        "POST,/deployment/create",
        "POST,/process-definition/key/test-request/start",
        "POST,/process-definition/key/test-request/submit-form",
        "POST,/message",
        "POST,/signal"
    })
    void sideDoors(String method, String path) {
        Task task = desk.start("901");
        String address = ENGINE + path.replace("ID", task.getId());
        for (String login : new String[] {"test.agent", "test.admin"}) {
            assertThat(signedIn(login)
                            .call(method, address, method.equals("GET") ? null : "{}")
                            .statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("COMM-19 what Tasklist does not ask is refused to agents")
    @CsvSource({
        "GET,/engine/default/history/task",
        "GET,/engine/default/history/variable-instance",
        "GET,/engine/default/variable-instance",
        "GET,/engine/default/process-instance",
        "GET,/engine/default/execution",
        "GET,/engine/default/deployment",
        "GET,/engine/default/identity/groups?userId=test.stranger",
        "GET,/engine/default/group",
        "GET,/engine/default/tenant",
        "GET,/engine/default/authorization",
        "GET,/engine/default/task?maxResults=10",
        "GET,/engine/default/metrics",
        "POST,/engine/default/task",
        "POST,/engine/default/identity/verify",
        "POST,/engine/default/user/create",
        "PUT,/engine/default/user/test.agent/profile",
        "DELETE,/engine/default/user/test.agent",
        "POST,/engine/default/authorization/create",
        "GET,/task",
        "GET,/engine/default/task/../history/task"
    })
    void everythingElse(String method, String path) {
        var agent = signedIn("test.agent");
        assertThat(agent.call(method, "/camunda/api/engine" + path, method.equals("POST") ? "{}" : null)
                        .statusCode())
                .isIn(400, 403);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("COMM-19 Cockpit, Admin and Welcome are for administrators")
    @ValueSource(strings = {"cockpit", "admin", "welcome"})
    void administratorsOnly(String application) {
        String page = "/camunda/app/" + application + "/default/";
        assertThat(signedIn("test.agent").get(page).statusCode()).isEqualTo(403);
        assertThat(signedIn("test.chief").get(page).statusCode()).isEqualTo(403);
        assertThat(signedIn("test.admin").get(page).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("COMM-19 without signing in every page and call of Camunda leads to the sign-in page or is refused")
    void strangers() {
        var nobody = new AgentBrowser(port);
        for (String page :
                new String[] {"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/camunda"}) {
            var answer = nobody.get(page);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/agents/connexion");
        }
        assertThat(nobody.get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("COMM-02 Camunda's own login is closed, its logout ends the session")
    void logout() {
        var agent = signedIn("test.agent");
        var login = agent.send(agent.request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=test.agent&password=" + AgentBrowser.encode(PASSWORD))));
        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(agent.get("/camunda/api/admin/auth/user/default").body()).contains("test.agent");
        assertThat(agent.post("/camunda/api/admin/auth/user/default/logout", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(agent.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(agent.get(ENGINE + "/filter").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("COMM-02 a wrong password and an unknown login get the same answer; a process owner has no tasks")
    void wrongPassword() {
        var first = new AgentBrowser(port).signIn("test.agent", "autre chose que cela");
        var second = new AgentBrowser(port).signIn("test.nobody", "autre chose que cela");
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/agents/connexion?etat=echec");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        var owner = new AgentBrowser(port);
        owner.signIn("test.owner", PASSWORD);
        assertThat(owner.get("/camunda/app/tasklist/default/")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("etat=refus");
    }

    @Test
    @DisplayName("COMM-02 the sign-in page has strict headers and one main landmark; its form needs a token")
    void signInPage() {
        var nobody = new AgentBrowser(port);
        var page = nobody.get("/agents/connexion");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().split("<main", -1)).hasSize(2);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        var forged = nobody.send(nobody.request("/agents/connexion")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=test.agent&password=x")));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-19 behind TLS every cookie is Secure and HSTS is sent")
    void secureCookies() {
        var agent = signedIn("test.agent");
        agent.call("POST", "/camunda/api/admin/auth/user/default/logout", null);
        var browser = new AgentBrowser(port);
        var page = browser.send(browser.request("/agents/connexion")
                .header("X-Forwarded-Proto", "https")
                .GET());
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        var again = signedIn("test.agent", false);
        var tasklist = again.send(again.request("/camunda/app/tasklist/default/")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", "__Host-NAVETTE=" + again.cookie("NAVETTE"))
                .GET());
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(tasklist.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    @DisplayName("COMM-19 a body that is too large or not JSON is refused before the engine reads it")
    void bodies() {
        var agent = signedIn("test.agent");
        String path = ENGINE + "/filter/" + filterId(agent) + "/list?firstResult=0&maxResults=15";
        assertThat(agent.post(path, "{\"x\":\"" + "a".repeat(300_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(agent.post(path, "no json").statusCode()).isEqualTo(400);
    }

    private AgentBrowser signedIn(String login) {
        return AgentBrowser.signedIn(port, login, PASSWORD);
    }

    private AgentBrowser signedIn(String login, boolean withPage) {
        var browser = new AgentBrowser(port);
        browser.signIn(login, PASSWORD);
        return browser;
    }

    private static String filterId(AgentBrowser person) {
        return person.json(person.get(ENGINE + "/filter?maxResults=2000"))
                .get(0)
                .get("id")
                .asText();
    }
}
