package org.navette.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What models may name, asked of the modules when a model is deployed: the engine is made before them. */
class ModelVocabulary {

    private final ApplicationContext context;
    private final ModelBeans beans;

    ModelVocabulary(ApplicationContext context) {
        this.context = context;
        this.beans = new ModelBeans(context);
    }

    ModelBeans beans() {
        return beans;
    }

    Set<String> actions() {
        return all(ModelWords::actions);
    }

    Set<String> messages() {
        return all(ModelWords::messages);
    }

    Set<String> variables() {
        return all(ModelWords::variables);
    }

    /** True for a mail about a status: the others, of accounts and companies, carry what a status does not know. */
    boolean knowsMail(String template) {
        return context.getBeanProvider(ModelWords.class).stream()
                        .anyMatch(words -> template.startsWith(words.espace() + "/"))
                && context.getBean(MailTemplates.class).knows(template);
    }

    /** Ids of the processes that agents start from Tasklist. */
    Set<String> startedByAgents() {
        return context.getBeanProvider(EspaceStart.class).stream()
                .map(EspaceStart::process)
                .collect(Collectors.toSet());
    }

    Optional<DecisionContract> contract(String decision) {
        return context.getBeanProvider(DecisionContract.class).stream()
                .filter(contract -> contract.decision().equals(decision))
                .findFirst();
    }

    FormSchemas schemas() {
        return context.getBean(FormSchemas.class);
    }

    /** The schema of a form as it is deployed now. */
    Optional<String> form(String id) {
        return context.getBean(DeployedForms.class).find(id).map(DeployedForm::json);
    }

    /** True when a process or a decision is deployed: {@code process partner-request}. */
    boolean isDeployed(String model) {
        String table = model.startsWith("process ") ? "act_re_procdef" : "act_re_decision_def";
        return context.getBean(JdbcClient.class)
                .sql("select exists (select from " + table + " where key_ = ?)")
                .param(model.substring(model.indexOf(' ') + 1))
                .query(Boolean.class)
                .single();
    }

    Feel feel() {
        return context.getBean(Feel.class);
    }

    private Set<String> all(Function<ModelWords, Set<String>> part) {
        Set<String> all = new HashSet<>();
        context.getBeanProvider(ModelWords.class).stream().map(part).forEach(all::addAll);
        return all;
    }
}
