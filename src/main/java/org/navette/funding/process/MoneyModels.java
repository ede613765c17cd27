package org.navette.funding.process;

import java.util.Set;
import org.navette.engine.Agents;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of decisions and payments may name, and their tasks as lists. */
@Configuration(proxyBeanMethods = false)
class MoneyModels {

    @Bean
    EspaceTasks decisionTasks(@Value("${navette.funding.organism}") String organism) {
        return new EspaceTasks(
                "Décisions Ségur",
                "Tous les lots de demandes de financement à décider de votre organisme",
                DecisionProcess.ID,
                6,
                Set.of(Agents.supervisorsOf(organism)));
    }

    @Bean
    EspaceTasks paymentTasks(@Value("${navette.funding.organism}") String organism) {
        return new EspaceTasks(
                "Virements Ségur",
                "Tous les virements groupés à exécuter de votre organisme",
                DecisionProcess.PAYMENT,
                7,
                Set.of(Agents.accountantsOf(organism)));
    }

    @Bean
    ModelWords moneyModelWords() {
        return new ModelWords(Supplier.ESPACE, Set.of(), Set.of(), DecisionProcess.VARIABLES);
    }
}
