package org.navette.providers.process;

import java.util.Set;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.providers.Providers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code membership.bpmn} may name, and its tasks as a list. */
@Configuration(proxyBeanMethods = false)
class MembershipModels {

    @Bean
    EspaceTasks membershipTasks(@Value("${navette.providers.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Adhésions au portail",
                "Toutes les tâches de votre organisme sur les adhésions et les réinitialisations de comptes",
                MembershipProcess.ID,
                4);
    }

    @Bean
    ModelWords membershipModelWords() {
        return new ModelWords(Providers.ESPACE, Set.of(), Set.of(), MembershipProcess.VARIABLES);
    }
}
