package org.navette.funding.process;

import java.util.List;
import java.util.Set;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.FundingDocuments;
import org.navette.funding.FundingDocuments.Requirement;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code enrolment.bpmn} may name, and what the espace's table of documents must keep. */
@Configuration(proxyBeanMethods = false)
class EnrolmentModels {

    @Bean
    EspaceTasks enrolmentTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Enrôlements Ségur",
                "Toutes les tâches de votre organisme sur les enrôlements de logiciels",
                EnrolmentProcess.ID,
                4);
    }

    @Bean
    ModelWords enrolmentModelWords() {
        return new ModelWords(
                Supplier.ESPACE, EnrolmentProcess.ACTIONS, EnrolmentProcess.MESSAGES, EnrolmentProcess.VARIABLES);
    }

    @Bean
    DecisionContract fundingDocumentsContract() {
        return new DecisionContract(
                FundingDocuments.TABLE,
                false,
                Set.of("object", "mandated"),
                List.of(
                        Output.text("document"),
                        Output.text("label"),
                        Output.oneOf("requirement", Requirement.values()),
                        Output.optionalText("marks"),
                        Output.number("position", false)));
    }
}
