package org.navette.local;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.navette.engine.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the agents of the demonstration do in their list of tasks. */
@Component
@Profile("local")
class DemoAgents {

    private final Tasks tasks;
    private final TaskService queries;

    DemoAgents(Tasks tasks, TaskService queries) {
        this.tasks = tasks;
        this.queries = queries;
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
}
