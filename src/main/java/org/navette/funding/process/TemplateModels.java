package org.navette.funding.process;

import java.util.List;
import java.util.Set;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateKinds;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code document-template.bpmn} may name, its tasks as a list, and what the table of kinds must keep. */
@Configuration(proxyBeanMethods = false)
class TemplateModels {

    @Bean
    EspaceTasks templateTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Modèles de documents Ségur",
                "Toutes les tâches de votre organisme sur les modèles de documents des fournisseurs du Ségur",
                TemplateProcess.ID,
                11);
    }

    @Bean
    ModelWords templateModelWords() {
        return new ModelWords(Supplier.ESPACE, Set.of(), Set.of(), Requests.ROUTING);
    }

    @Bean
    DecisionContract templateKindsContract() {
        return new DecisionContract(
                TemplateKinds.TABLE,
                false,
                Set.of("couloir"),
                List.of(Output.text("code"), Output.text("label"), Output.number("position", false)));
    }
}
