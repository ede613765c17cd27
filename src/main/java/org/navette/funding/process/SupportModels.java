package org.navette.funding.process;

import java.util.Set;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Supplier;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code support-request.bpmn} may name, and its tasks as a list. */
@Configuration(proxyBeanMethods = false)
class SupportModels {

    @Bean
    EspaceTasks supportTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Assistance Ségur",
                "Toutes les tâches de votre organisme sur les demandes d'assistance du Ségur numérique",
                SupportProcess.ID,
                8);
    }

    @Bean
    ModelWords supportModelWords() {
        return new ModelWords(Supplier.ESPACE, Set.of(), Set.of(), Requests.ROUTING);
    }
}
