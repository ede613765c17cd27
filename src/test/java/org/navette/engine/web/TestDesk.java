package org.navette.engine.web;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of two organisms and a small process, for tests about agents. */
class TestDesk {

    static final String PASSWORD = "une phrase assez longue";

    private final Identity identity;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    TestDesk(ApplicationContext application) {
        this.identity = application.getBean(Identity.class);
        this.repository = application.getBean(RepositoryService.class);
        this.runtime = application.getBean(RuntimeService.class);
        this.tasks = application.getBean(TaskService.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    void open() {
        // all of these tests come from one address: failures of one are not held against the next
        jdbc.sql("delete from login_attempt").update();
        identity.ensure(new IdentityData(
                List.of(
                        new IdentityData.Organism("901", "CPAM D'ESSAI"),
                        new IdentityData.Organism("902", "CPAM VOISINE")),
                List.of(
                        user("test.agent", "901-agent"),
                        user("test.colleague", "901-agent"),
                        user("test.chief", "901-supervisor"),
                        user("test.stranger", "902-agent"),
                        user("test.owner", "process-owner"),
                        user("test.admin", "camunda-admin"))));
        repository
                .createDeployment()
                .name("test-request")
                .addClasspathResource("engine/test-request.bpmn")
                .addClasspathResource("engine/test-request.answer.form")
                .enableDuplicateFiltering(true)
                .deploy();
    }

    /** Starts an instance and gives its task. */
    Task start(String organism) {
        String id = runtime.startProcessInstanceByKey(
                        "test-request", "T-" + organism + "-" + System.nanoTime(), Map.of("organism", organism))
                .getId();
        return tasks.createTaskQuery().processInstanceId(id).singleResult();
    }

    private static IdentityData.User user(String login, String group) {
        return new IdentityData.User(login, "Prénom", "Nom de " + login, null, PASSWORD, List.of(group));
    }
}
