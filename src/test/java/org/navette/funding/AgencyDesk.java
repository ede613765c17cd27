package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.navette.engine.Agents;
import org.navette.engine.Tasks;
import org.navette.partners.PartnerWorld;
import org.navette.requests.Dossier;
import org.navette.requests.Dossiers;
import org.springframework.boot.test.context.TestComponent;

/** What the people of the agency find of a request: its one task, and the dossier beside it. */
@TestComponent
public class AgencyDesk {

    private final PayingAgency agency;
    private final PartnerWorld others;
    private final Tasks agentTasks;
    private final Dossiers dossiers;
    private final TaskService tasks;
    private final RuntimeService runtime;

    AgencyDesk(
            PayingAgency agency,
            PartnerWorld others,
            Tasks agentTasks,
            Dossiers dossiers,
            TaskService tasks,
            RuntimeService runtime) {
        this.agency = agency;
        this.others = others;
        this.agentTasks = agentTasks;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** The request has one task, which the agency's agents find and no others; the engine keeps nothing personal. */
    public void findsOnly(String number, String name, String title) {
        Task task = agency.task(number);
        assertThat(task.getName()).isEqualTo(name);
        assertThat(agentTasks.find(agency.agent(), task.getId())).isPresent();
        assertThat(agentTasks.find(others.agent("331"), task.getId())).isEmpty();
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .containsOnlyKeys("number", "organism", "title", "formVersions")
                .containsEntry("title", title);
    }

    /** The dossier of a request that an agent has taken. */
    public Dossier taken(String number) {
        agency.claim(agency.agent(), number);
        UUID task = UUID.fromString(agency.task(number).getId());
        return dossiers.of(agency.agent(), task).orElseThrow();
    }

    /** All that a dossier says, {@code label: text}. */
    public static List<String> lines(Dossier dossier) {
        return dossier.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .map(line -> line.label() + ": " + String.join(", ", line.texts()))
                .toList();
    }

    /** The task is opened to the supervisors when it is older than so many days, and not a day before. */
    public void opensToSupervisors(String number, int days) {
        agency.later(Duration.ofDays(days - 1L));
        assertThat(agency.runDueTimers(number)).isZero();
        agency.later(Duration.ofDays(days + 1L));
        assertThat(agency.runDueTimers(number)).isEqualTo(1);
        assertThat(tasks.getIdentityLinksForTask(agency.task(number).getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder(
                        Agents.agentsOf(PayingAgency.ORGANISM), Agents.supervisorsOf(PayingAgency.ORGANISM));
    }
}
