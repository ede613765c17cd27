package org.navette.providers.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.navette.engine.Agents;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceStart;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.providers.Providers;
import org.navette.providers.Reimbursements;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of prior agreements, reimbursement files, payments and imports may name, their lists, and who starts what. */
@Configuration(proxyBeanMethods = false)
class CareModels {

    private final String organism;

    CareModels(@Value("${navette.providers.organism}") String organism) {
        this.organism = organism;
    }

    @Bean
    EspaceTasks priorAgreementTasks() {
        return EspaceTasks.of(
                organism,
                "Prises en charge",
                "Toutes les demandes de prise en charge de votre organisme qui attendent le contrôle médical",
                PriorAgreementProcess.ID,
                5);
    }

    @Bean
    EspaceTasks reimbursementTasks() {
        return EspaceTasks.of(
                organism,
                "Dossiers de remboursement",
                "Tous les dossiers de remboursement de votre organisme à liquider",
                ReimbursementProcess.ID,
                6);
    }

    @Bean
    EspaceTasks providerPaymentTasks() {
        return new EspaceTasks(
                "Virements aux établissements",
                "Tous les virements aux établissements de soins à exécuter de votre organisme",
                ProviderPaymentProcess.ID,
                7,
                Set.of(Agents.accountantsOf(organism)));
    }

    @Bean
    EspaceStart priorAgreementStart() {
        return EspaceStart.of(organism, "prior-agreement-registration", Agents::agentsOf);
    }

    @Bean
    EspaceStart reimbursementStart() {
        return EspaceStart.of(organism, "reimbursement-registration", Agents::agentsOf);
    }

    @Bean
    EspaceStart providerPaymentStart() {
        return EspaceStart.of(organism, "provider-payment-opening", Agents::accountantsOf);
    }

    @Bean
    ModelWords careModelWords() {
        Set<String> variables = new HashSet<>(Requests.ROUTING);
        variables.addAll(PriorAgreementProcess.VARIABLES);
        variables.addAll(Set.of(ReimbursementProcess.RETURNED, ProviderPaymentProcess.LEFT));
        variables.add(BulkImportProcess.LEFT);
        return new ModelWords(
                Providers.ESPACE, Set.of(), Set.of(PriorAgreementProcess.USED, ReimbursementProcess.PAID), variables);
    }

    @Bean
    DecisionContract reimbursementChecksContract() {
        return new DecisionContract(
                Reimbursements.CHECKS,
                false,
                Set.of("agreement", "sameInsured", "excess", "covered", "rightsOpen"),
                List.of(Output.text("reason")));
    }
}
