package org.navette.privacy.process;

import java.util.Set;
import org.navette.engine.Agents;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.privacy.Demand.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code person-export.bpmn} and {@code person-erasure.bpmn} may name, and their tasks as lists. */
@Configuration(proxyBeanMethods = false)
class PersonProcess {

    /** Variable: whether the data officer has accepted. */
    static final String ACCEPTED = "accepted";

    /** Variable: whether there are more requests to be looked at. */
    static final String MORE = "more";

    /** Variable: whether something could not be erased. */
    static final String KEPT = "kept";

    @Bean
    EspaceTasks exportTasks() {
        return tasks("Exports de données", "Toutes les demandes d'export à décider", Kind.EXPORT, 20);
    }

    @Bean
    EspaceTasks erasureTasks() {
        return tasks("Effacements de données", "Toutes les demandes d'effacement à décider", Kind.ERASURE, 21);
    }

    private static EspaceTasks tasks(String title, String description, Kind kind, int position) {
        return new EspaceTasks(title, description, kind.process(), position, Set.of(Agents.DATA_OFFICER));
    }

    @Bean
    ModelWords privacyWords() {
        return new ModelWords("privacy", Set.of(), Set.of(), Set.of(ACCEPTED, KEPT));
    }
}
