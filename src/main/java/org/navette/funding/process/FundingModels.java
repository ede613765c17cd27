package org.navette.funding.process;

import java.util.List;
import java.util.Set;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Ceilings;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code funding-request.bpmn} and {@code funding-import.bpmn} may name, and what the table of ceilings must keep. */
@Configuration(proxyBeanMethods = false)
class FundingModels {

    @Bean
    EspaceTasks fundingTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Financements Ségur",
                "Toutes les tâches de votre organisme sur les demandes d'avance et de solde",
                FundingProcess.ID,
                5);
    }

    @Bean
    ModelWords fundingModelWords() {
        return new ModelWords(
                Supplier.ESPACE, FundingProcess.ACTIONS, FundingProcess.MESSAGES, FundingProcess.VARIABLES);
    }

    @Bean
    DecisionContract fundingCeilingsContract() {
        return new DecisionContract(
                Ceilings.TABLE,
                true,
                Set.of("couloir", "profiles", "beneficiaries"),
                List.of(Output.number("ceiling", true)));
    }
}
