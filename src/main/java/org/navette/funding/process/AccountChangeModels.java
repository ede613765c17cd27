package org.navette.funding.process;

import java.util.Set;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.funding.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of changes of accounts may name, and their tasks as lists. */
@Configuration(proxyBeanMethods = false)
class AccountChangeModels {

    @Bean
    EspaceTasks bankChangeTasks() {
        return new EspaceTasks(
                "Coordonnées bancaires Ségur",
                "Toutes les tâches de votre organisme sur les coordonnées bancaires des fournisseurs du Ségur",
                AccountChangeProcess.BANK,
                9);
    }

    @Bean
    EspaceTasks contactChangeTasks() {
        return new EspaceTasks(
                "Personnes physiques Ségur",
                "Toutes les tâches de votre organisme sur les représentants légaux et les demandeurs du Ségur",
                AccountChangeProcess.PERSONS,
                10);
    }

    @Bean
    ModelWords accountChangeModelWords() {
        return new ModelWords(Supplier.ESPACE, Set.of(), Set.of(), AccountChangeProcess.VARIABLES);
    }
}
