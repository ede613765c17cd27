package org.navette.procedures.process;

import java.util.Set;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.procedures.Office;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code procedure-responsible.bpmn} may name beyond the espace's other words. */
@Configuration(proxyBeanMethods = false)
class ResponsibleModels {

    @Bean
    EspaceTasks responsibleTasks(@Value("${navette.procedures.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Responsables juridiques",
                "Toutes les tâches de votre organisme sur les personnes à reconnaître responsables de leur entreprise",
                ResponsibleProcess.ID,
                3);
    }

    @Bean
    ModelWords responsibleModelWords() {
        return new ModelWords(Office.ESPACE, Set.of(), ResponsibleProcess.MESSAGES, Requests.ROUTING);
    }
}
