package org.navette.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.io.ClassPathResource;

/**
 * The diagram {@code partner-request} under another id and without its statuses: the same tasks, messages, variables and
 * history, and nothing of ours when it starts (the task guard looks at a task's assignee and finds none).
 */
final class BareProcess {

    private static final String ID = "bench-partner-request";

    private final RuntimeService runtime;

    BareProcess(RepositoryService repository, RuntimeService runtime) throws IOException {
        this.runtime = runtime;
        String shipped = new ClassPathResource("models/processes/partners/partner-request.bpmn")
                .getContentAsString(StandardCharsets.UTF_8);
        String bare = shipped.replace("<bpmn:process id=\"partner-request\"", "<bpmn:process id=\"" + ID + "\"")
                .replaceAll("(?s)<camunda:properties>.*?</camunda:properties>", "");
        repository
                .createDeployment()
                .name("bench")
                .addString(ID + ".bpmn", bare)
                .deploy();
    }

    /** Starts an instance with the variables of a deposit, in a transaction of its own. */
    void start() {
        String number = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey(
                ID,
                number,
                Map.of("number", number, "organism", "331", "offer", "partners.case-review", "reason", "c2s-study"));
    }
}
