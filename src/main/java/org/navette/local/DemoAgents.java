package org.navette.local;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.navette.engine.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the agents of the demonstration do in their list of tasks. */
@Component
@Profile("local")
class DemoAgents {

    private final Tasks tasks;
    private final TaskService queries;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    DemoAgents(Tasks tasks, TaskService queries, RuntimeService runtime, ManagementService jobs) {
        this.tasks = tasks;
        this.queries = queries;
        this.runtime = runtime;
        this.jobs = jobs;
    }

    /** An agent takes the one task of a request and ends it. */
    void decide(String agent, String number, Map<String, Object> answers) {
        String task = queries.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        tasks.claim(agent, task);
        tasks.submit(agent, task, answers);
    }

    /** Somebody ends the task of the one instance of a process, with all that follows from it. */
    void decideOpen(String agent, String process, Map<String, Object> answers) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .singleResult();
        decide(agent, instance.getBusinessKey(), answers);
        for (List<Job> due = due(instance); !due.isEmpty(); due = due(instance)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    /** Runs the timers of a request that are due by the clock. */
    void runTimers(String number) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    /** Sends the mails that wait now, so that none is sent when its moment is long past. */
    void sendMails() {
        jobs.createJobQuery()
                .processDefinitionKey("send-mail")
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<Job> due(ProcessInstance instance) {
        return jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .list();
    }
}
