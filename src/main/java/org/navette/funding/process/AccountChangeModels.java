package org.navette.funding.process;

import java.util.Set;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Supplier;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of changes of accounts may name, and their tasks as lists. */
@Configuration(proxyBeanMethods = false)
class AccountChangeModels {

    @Bean
    EspaceTasks bankChangeTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Coordonnées bancaires Ségur",
                "Toutes les tâches de votre organisme sur les coordonnées bancaires des fournisseurs du Ségur",
                AccountChangeProcess.BANK,
                9);
    }

    @Bean
    EspaceTasks contactChangeTasks(@Value("${navette.funding.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Personnes physiques Ségur",
                "Toutes les tâches de votre organisme sur les représentants légaux et les demandeurs du Ségur",
                AccountChangeProcess.PERSONS,
                10);
    }

    @Bean
    ModelWords accountChangeModelWords() {
        return new ModelWords(Supplier.ESPACE, Set.of(), Set.of(), Requests.ROUTING);
    }
}
