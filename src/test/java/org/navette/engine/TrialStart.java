package org.navette.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that the agents of one organism start from Tasklist, in tests only, with the table that its files rest in. */
@Configuration(proxyBeanMethods = false)
public class TrialStart {

    /** Its id. */
    public static final String PROCESS = "trial-start";

    /** The organism whose agents start it. */
    public static final String ORGANISM = "905";

    /** What the process is called in the dialog. */
    public static final String TITLE = "Enregistrer un dossier d'essai";

    /** A number that passes the check of the form. */
    public static final String SIRET = "73282932000074";

    /** What an espace would say of the same reference twice. */
    public static final String TWICE = "Cette référence est déjà enregistrée.";

    /** The password of its people. */
    public static final String PASSWORD = "une phrase pour démarrer";

    @Bean
    EspaceStart trialProcess() {
        return EspaceStart.of(ORGANISM, PROCESS, Agents::agentsOf);
    }

    /** Registers what was typed, as the listener of an espace would: the number first, in the agent's name. */
    @Bean
    ExecutionListener registerTrial(JdbcClient jdbc) {
        return instance -> {
            AgentStart start = AgentStart.of(instance).orElseThrow();
            String number = "ESSAI-" + UUID.randomUUID();
            String reference = (String) start.answers().get("reference");
            boolean known = jdbc.sql("select exists (select from trial_start where answers ->> 'reference' = ?)")
                    .param(reference)
                    .query(Boolean.class)
                    .single();
            jdbc.sql("insert into trial_start values (?, ?, ?, ?, ?, ?::jsonb)")
                    .param(number)
                    .param(start.agent())
                    .param(Context.getCommandContext().getAuthenticatedUserId())
                    .param(instance.getTenantId())
                    .param(start.formDefinitionId())
                    .param(json(start.answers()))
                    .update();
            instance.setProcessBusinessKey(number);
            if (known) {
                // after the row was written: with the start, it is undone
                throw new TaskRefused(TWICE);
            }
        };
    }

    private static String json(Map<String, Object> answers) {
        try {
            return JsonMapper.builder().build().writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    Desk trialDesk(Identity identity, RepositoryService repository, JdbcClient jdbc) {
        return new Desk(identity, repository, jdbc);
    }

    /** A file as registered. */
    public record Registered(
            String number, String agent, String authenticated, String organism, String form, String answers) {}

    /** People of two organisms, and the process deployed. */
    public record Desk(Identity identity, RepositoryService repository, JdbcClient jdbc) {

        /** Makes the people, the table and the deployment, unless they are there. */
        public void open() {
            jdbc.sql("delete from login_attempt").update();
            jdbc.sql(
                            """
                            create table if not exists trial_start (
                              number text, agent text, authenticated text, organism text, form text, answers jsonb)""")
                    .update();
            identity.ensure(new IdentityData(
                    List.of(
                            new IdentityData.Organism(ORGANISM, "CAISSE D'ESSAI"),
                            new IdentityData.Organism("906", "CAISSE VOISINE")),
                    List.of(
                            user("start.agent", Agents.agentsOf(ORGANISM)),
                            user("start.chief", Agents.supervisorsOf(ORGANISM)),
                            user("start.stranger", Agents.agentsOf("906")),
                            user("start.admin", Agents.ADMINISTRATOR))));
            repository
                    .createDeployment()
                    .name(PROCESS)
                    .addClasspathResource("engine/trial-start.bpmn")
                    .addClasspathResource("engine/trial-start.register.form")
                    .addClasspathResource("engine/trial-start.check.form")
                    .enableDuplicateFiltering(true)
                    .deploy();
        }

        private static IdentityData.User user(String login, String group) {
            return new IdentityData.User(login, "Prénom", "Nom de " + login, null, PASSWORD, List.of(group));
        }

        /** The id of its latest version. */
        public String definition() {
            return repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(PROCESS)
                    .latestVersion()
                    .singleResult()
                    .getId();
        }

        /** What was registered under a reference. */
        public List<Registered> registered(String reference) {
            return jdbc.sql("select * from trial_start where answers ->> 'reference' = ?")
                    .param(reference)
                    .query(Registered.class)
                    .list();
        }

        /** How many instances were ever started. */
        public long instances() {
            return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = ?")
                    .param(PROCESS)
                    .query(Long.class)
                    .single();
        }

        /** A reference that nobody has used. */
        public String freeReference() {
            long next = jdbc.sql("select count(*) from trial_start")
                    .query(Long.class)
                    .single();
            return "AB-%04d".formatted(next);
        }
    }
}
