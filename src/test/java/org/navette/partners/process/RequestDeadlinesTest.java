package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.Agents;
import org.navette.engine.Tasks;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-17 Priorities and deadlines of a partner's request")
class RequestDeadlinesTest {

    private static final String ORGANISM = "171";

    @Autowired
    PartnerWorld world;

    @Autowired
    TaskService engineTasks;

    @Autowired
    FilterService filters;

    @Autowired
    Agents agents;

    @Autowired
    Tasks tasks;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-17 tasks carry the priority of the table, and an agent sees the urgent ones under Urgent")
    void priority() {
        Desk desk = world.desk(ORGANISM);
        String urgent = world.deposit(desk, "partners.difficulty", Map.of("reason", "emergency"));
        String ordinary = world.deposit(desk, "partners.case-review");
        assertThat(world.task(urgent).getPriority()).isEqualTo(90);
        assertThat(world.task(ordinary).getPriority()).isEqualTo(50);
        String agent = world.agent(ORGANISM);
        assertThat(listed(agent, "Urgent"))
                .contains(world.task(urgent).getId())
                .doesNotContain(world.task(ordinary).getId());
        world.take(urgent);
        assertThat(world.task(urgent).getPriority()).isEqualTo(90);
        assertThat(listed(agent, "Urgent"))
                .as("taken, it stays urgent")
                .contains(world.task(urgent).getId());
        assertThat(listed(world.agent("agent.nearby", "241"), "Urgent"))
                .doesNotContain(world.task(urgent).getId());
    }

    @Test
    @DisplayName("PART-17 an overdue task shows under En retard and is opened to the supervisors; its agent keeps it")
    void escalation() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        Task task = world.task(number);
        assertThat(days(task)).isEqualTo(15);
        String agent = world.agent(ORGANISM);
        assertThat(listed(agent, "En retard")).doesNotContain(task.getId());
        assertThat(groups(task)).containsExactly(Agents.agentsOf(ORGANISM));

        world.later(Duration.ofDays(15).plusHours(2));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(listed(agent, "En retard")).contains(task.getId());
        assertThat(groups(task)).containsExactlyInAnyOrder(Agents.agentsOf(ORGANISM), Agents.supervisorsOf(ORGANISM));
        assertThat(world.task(number).getAssignee()).isEqualTo(agent);
        assertThat(world.runDueTimers(number)).as("once").isZero();
        tasks.submit(agent, task.getId(), Map.of("answer", "Voici"));
        assertThat(world.isAlive(number)).isTrue();
    }

    @Test
    @DisplayName("PART-17 a task that is done in time escalates nothing")
    void inTime() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        assertThat(days(world.task(number))).isEqualTo(5);
        world.take(number);
        world.later(Duration.ofDays(6));
        assertThat(world.runDueTimers(number)).isZero();
        assertThat(groups(world.task(number))).containsExactly(Agents.agentsOf(ORGANISM));
    }

    private List<String> listed(String agent, String filter) {
        String id =
                filters.createFilterQuery().filterName(filter).singleResult().getId();
        return agents.as(agent, () -> filters.<Task>listPage(id, 0, 2000).stream()
                .map(Task::getId)
                .toList());
    }

    private List<String> groups(Task task) {
        return engineTasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Whole days from the task's creation to its due date; the change of clocks may add or take an hour. */
    private static long days(Task task) {
        Date due = task.getDueDate();
        return Math.round((due.getTime() - task.getCreateTime().getTime()) / 86_400_000.0);
    }
}
