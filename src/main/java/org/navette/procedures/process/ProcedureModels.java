package org.navette.procedures.process;

import java.util.List;
import java.util.Set;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.procedures.Kind.Effect;
import org.navette.procedures.Kind.ExpectedDocument.Requirement;
import org.navette.procedures.Kind.Step.Completeness;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the espace's models may name, and what its tables must keep for the pages that read them. */
@Configuration(proxyBeanMethods = false)
class ProcedureModels {

    @Bean
    EspaceTasks procedureTasks(@Value("${navette.procedures.organism}") String organism) {
        return EspaceTasks.of(
                organism,
                "Vos démarches administratives",
                "Toutes les tâches de votre organisme sur les démarches des professionnels",
                ProcedureProcess.ID,
                2);
    }

    @Bean
    ModelWords procedureModelWords() {
        return new ModelWords(
                Office.ESPACE, ProcedureProcess.ACTIONS, ProcedureProcess.MESSAGES, ProcedureProcess.VARIABLES);
    }

    @Bean
    DecisionContract procedureKindsContract() {
        return new DecisionContract(
                Kinds.KINDS,
                false,
                Set.of("standing"),
                List.of(
                        Output.text("kind"),
                        Output.text("title"),
                        Output.text("introduction"),
                        Output.oneOf("effect", Effect.values()),
                        Output.number("position", false)));
    }

    @Bean
    DecisionContract procedureDocumentsContract() {
        return new DecisionContract(
                Kinds.DOCUMENTS,
                false,
                Set.of("kind"),
                List.of(
                        Output.text("document"),
                        Output.text("label"),
                        Output.oneOf("requirement", Requirement.values()),
                        Output.number("position", false)));
    }

    @Bean
    DecisionContract procedureStepsContract() {
        return new DecisionContract(
                Kinds.STEPS,
                false,
                Set.of("kind"),
                List.of(
                        Output.text("step"),
                        Output.text("title"),
                        Output.form("form"),
                        Output.optionalForm("personForm"),
                        Output.optionalText("person"),
                        Output.optionalText("people"),
                        Output.oneOf("completeness", Completeness.values()),
                        Output.number("position", false)));
    }
}
