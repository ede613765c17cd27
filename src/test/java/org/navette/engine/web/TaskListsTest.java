package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.Agents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("The lists of tasks")
class TaskListsTest {

    private static final Map<String, UnaryOperator<TaskQuery>> LISTS = Map.of(
            "to take",
            query -> query.taskUnassigned().taskCandidateGroupIn(List.of("901-agent", "901-supervisor")),
            "candidates only",
            query -> query.taskCandidateGroupIn(List.of("901-agent")),
            "of the group",
            query -> query.taskCandidateGroupIn(List.of("901-agent")).includeAssignedTasks(),
            "mine",
            query -> query.taskAssignee("test.agent"),
            "urgent",
            query -> query.taskMinPriority(60),
            "late",
            query -> query.dueBefore(new Date(86_400_000L * 5)),
            "of a process",
            query -> query.processDefinitionKey("test-request").active(),
            "of no process",
            query -> query.processDefinitionKey("test-nothing"));

    private static final Map<String, UnaryOperator<TaskQuery>> ORDERS = Map.of(
            "by priority",
                    query -> query.orderByTaskPriority()
                            .desc()
                            .orderByTaskCreateTime()
                            .asc(),
            "by name", query -> query.orderByTaskNameCaseInsensitive().asc(),
            "by due date", query -> query.orderByDueDate().asc());

    @Autowired
    TaskService tasks;

    @Autowired
    Agents agents;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        var desk = new TestDesk(application);
        desk.open();
        for (String organism : new String[] {"901", "902"}) {
            for (int i = 0; i < 8; i++) {
                Task task = desk.start(organism);
                task.setPriority(10 * i);
                task.setDueDate(new Date(86_400_000L * i));
                task.setAssignee(i % 3 != 0 ? null : organism.equals("901") ? "test.agent" : "test.stranger");
                tasks.saveTask(task);
            }
        }
    }

    @Test
    @DisplayName("COMM-10 hold the same tasks as the engine's own query, for each person")
    void sameTasks() {
        for (String person : new String[] {"test.agent", "test.chief", "test.stranger", "test.owner", "test.admin"}) {
            agents.as(person, () -> {
                LISTS.forEach((name, criteria) -> {
                    var known = criteria.apply(tasks.createTaskQuery());
                    var engines = criteria.apply(engines());
                    assertThat(ids(known)).as(person + ", " + name).containsExactlyInAnyOrderElementsOf(ids(engines));
                    assertThat(known.count()).as(person + ", " + name).isEqualTo(engines.count());
                });
                return null;
            });
        }
        assertThat(agents.as(
                        "test.agent",
                        () -> tasks.createTaskQuery().taskMinPriority(60).listPage(0, 500)))
                .isNotEmpty()
                .allMatch(task -> "901".equals(task.getTenantId()));
    }

    @Test
    @DisplayName("COMM-10 come in the order asked for, page after page without a task twice or left out")
    void pages() {
        agents.as("test.agent", () -> {
            ORDERS.forEach((name, order) -> {
                var whole = order.apply(tasks.createTaskQuery()).listPage(0, 500);
                assertThat(keys(name, whole))
                        .as(name)
                        .isEqualTo(keys(name, order.apply(engines()).listPage(0, 500)));
                List<String> paged = IntStream.iterate(0, first -> first < whole.size(), first -> first + 3)
                        .boxed()
                        .flatMap(first -> order.apply(tasks.createTaskQuery()).listPage(first, 3).stream())
                        .map(Task::getId)
                        .toList();
                assertThat(paged)
                        .as(name)
                        .isEqualTo(whole.stream().map(Task::getId).toList());
            });
            return null;
        });
    }

    @Test
    @DisplayName("COMM-10 hold nothing of a process that the person's groups may not read")
    void unreadable(@Autowired AuthorizationService authorizations) {
        var right = authorizations
                .createAuthorizationQuery()
                .groupIdIn("901-supervisor")
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("test-request")
                .singleResult();
        right.removePermission(ProcessDefinitionPermissions.READ_TASK);
        authorizations.saveAuthorization(right);
        try {
            agents.as("test.chief", () -> {
                assertThat(ids(tasks.createTaskQuery())).isEmpty();
                assertThat(tasks.createTaskQuery().count()).isZero();
                return null;
            });
        } finally {
            right.addPermission(ProcessDefinitionPermissions.READ_TASK);
            authorizations.saveAuthorization(right);
        }
        assertThat(agents.as("test.chief", () -> ids(tasks.createTaskQuery()))).isNotEmpty();
    }

    /** One criterion that our lists do not have sends a query the engine's way. */
    private TaskQuery engines() {
        return tasks.createTaskQuery().taskNameNotEqual("une tâche que rien ne nomme ainsi");
    }

    private static List<String> ids(TaskQuery query) {
        return query.listPage(0, 500).stream().map(Task::getId).toList();
    }

    private static List<?> keys(String order, List<Task> tasks) {
        Function<Task, Object> key =
                switch (order) {
                    case "by priority" -> Task::getPriority;
                    case "by name" -> Task::getName;
                    default -> task -> String.valueOf(task.getDueDate());
                };
        return tasks.stream().map(key).toList();
    }
}
