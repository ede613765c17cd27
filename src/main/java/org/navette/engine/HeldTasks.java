package org.navette.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to a task that is about to change. Its request's row is locked before the engine's command reads anything: what
 * the engine has read before a wait it would write against, and fail although nothing stands in the way.
 */
@Component
class HeldTasks {

    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    HeldTasks(@Lazy TaskService tasks, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.tasks = tasks;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * A task, its request's row locked until the end of the transaction.
     *
     * @param agent who acts, whose rights are on this thread
     * @throws TaskGone when the agent does not see such a task, or it has gone while waiting for the lock
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task hold(String agent, String taskId) {
        events.publishEvent(new TaskActing(businessKey(visible(taskId, false)), taskId, agent));
        // whoever held the row before us may have moved the request on
        return visible(taskId, true);
    }

    /** The number of a task's request. */
    String businessKey(Task task) {
        return jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .optional()
                .orElseThrow(TaskGone::new);
    }

    /** Its form is asked for under the lock only: to find its version the engine reads more than the task. */
    private Task visible(String taskId, boolean withForm) {
        TaskQuery query = tasks.createTaskQuery().taskId(taskId);
        Task task = (withForm ? query.initializeFormKeys() : query).singleResult();
        if (task == null) {
            throw new TaskGone();
        }
        return task;
    }
}
