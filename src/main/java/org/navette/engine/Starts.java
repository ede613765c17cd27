package org.navette.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents start from Tasklist; the only door to it. Who may start what is said by the {@link EspaceStart} beans.
 * Nothing of what is typed stays in the engine, see {@link AgentStart}.
 */
@Component
@Transactional
public class Starts {

    private final ObjectProvider<EspaceStart> espaces;
    private final Agents agents;
    private final RepositoryService repository;
    private final FormService startForms;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final DeployedForms forms;
    private final Optional<SubmissionCheck> check;

    Starts(
            ObjectProvider<EspaceStart> espaces,
            Agents agents,
            @Lazy RepositoryService repository,
            @Lazy FormService startForms,
            @Lazy RuntimeService runtime,
            @Lazy ProcessEngineConfigurationImpl engine,
            DeployedForms forms,
            Optional<SubmissionCheck> check) {
        this.espaces = espaces;
        this.agents = agents;
        this.repository = repository;
        this.startForms = startForms;
        this.runtime = runtime;
        this.engine = engine;
        this.forms = forms;
        this.check = check;
    }

    /** Ids of the processes that the agent may start. */
    @Transactional(readOnly = true)
    public Set<String> processes(String agent) {
        Set<String> groups = agents.groups(agent);
        Set<String> processes = new TreeSet<>();
        espaces.stream()
                .filter(start -> start.groups().stream().anyMatch(groups::contains))
                .forEach(start -> processes.add(start.process()));
        return processes;
    }

    /** True when the agent may start the process that this is a version of. */
    @Transactional(readOnly = true)
    public boolean mayStart(String agent, String definitionId) {
        Set<String> processes = processes(agent);
        return !processes.isEmpty()
                && agents.as(agent, () -> find(definitionId))
                        .filter(definition -> processes.contains(definition.getKey()))
                        .isPresent();
    }

    /**
     * Starts the process, in the agent's name, with the answers to its start form.
     *
     * @param definitionId the latest version of the process
     * @return the instance's id
     * @throws StartForbidden when the agent may not start it
     * @throws TaskRefused when an answer is wrong, the version is not the latest any more, or a delegate refuses
     */
    public String start(String agent, String definitionId, Map<String, Object> answers) {
        return agents.as(agent, () -> {
            ProcessDefinition definition = find(definitionId).orElseThrow(StartForbidden::new);
            EspaceStart start = of(agent, definition.getKey()).orElseThrow(StartForbidden::new);
            inForce(definition);
            CamundaFormRef form = startForms.getStartFormData(definitionId).getCamundaFormRef();
            if (form == null) {
                throw new TaskRefused("Ce processus n'a pas de formulaire de démarrage.");
            }
            DeployedForm deployed = forms.of(form);
            Map<String, Object> clean = check.orElseThrow().check(deployed, null, answers);
            return start(definition, start.organism(), new AgentStart(agent, deployed.definitionId(), clean));
        });
    }

    /** The agent's rights are on this thread: a process that they cannot read is none. */
    private Optional<ProcessDefinition> find(String definitionId) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult());
    }

    private Optional<EspaceStart> of(String agent, String process) {
        Set<String> groups = agents.groups(agent);
        return espaces.stream()
                .filter(start -> start.process().equals(process))
                .filter(start -> start.groups().stream().anyMatch(groups::contains))
                .findFirst();
    }

    private void inForce(ProcessDefinition definition) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition.getKey())
                .latestVersion()
                .singleResult();
        if (!definition.getId().equals(latest.getId())) {
            throw new TaskRefused("Ce processus a changé entre-temps\u00a0: fermez cette fenêtre, puis rouvrez-la.");
        }
        if (definition.isSuspended()) {
            throw new TaskRefused("Ce processus est suspendu\u00a0: il ne peut pas démarrer pour le moment.");
        }
    }

    private String start(ProcessDefinition definition, String organism, AgentStart typed) {
        Map<String, Object> variables = Variables.createVariables()
                .putValue(OrganismTenant.VARIABLE, organism)
                .putValueTyped(AgentStart.VARIABLE, Variables.untypedValue(typed, true));
        // the engine would want a right to create instances of whatever process; who may was decided above
        ProcessInstance instance = engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> runtime.startProcessInstanceById(definition.getId(), variables)));
        if (instance.getBusinessKey() == null) {
            throw new IllegalStateException("nothing gave an instance of " + definition.getKey() + " its number");
        }
        return instance.getId();
    }
}
