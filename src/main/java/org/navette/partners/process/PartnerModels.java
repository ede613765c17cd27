package org.navette.partners.process;

import java.util.List;
import java.util.Set;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.navette.engine.EspaceTasks;
import org.navette.engine.ModelWords;
import org.navette.partners.Access;
import org.navette.partners.PartnerRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the espace's models may name, and what its tables must keep for the pages that read them. */
@Configuration(proxyBeanMethods = false)
class PartnerModels {

    @Bean
    EspaceTasks partnerTasks() {
        return new EspaceTasks(
                "Espace Partenaires",
                "Toutes les tâches de votre organisme sur les demandes de ses partenaires",
                PartnerProcess.ID,
                1,
                Set.of());
    }

    @Bean
    ModelWords partnerModelWords() {
        return new ModelWords(
                PartnerRequest.ESPACE, PartnerProcess.ACTIONS, PartnerProcess.MESSAGES, PartnerProcess.VARIABLES);
    }

    @Bean
    DecisionContract partnerOffersContract() {
        return new DecisionContract(
                "partner-offers",
                false,
                Set.of("organism"),
                List.of(
                        Output.form("offer"),
                        Output.text("title"),
                        Output.text("introduction"),
                        Output.number("position", false)));
    }

    @Bean
    DecisionContract partnerReasonsContract() {
        return new DecisionContract(
                "partner-reasons",
                false,
                Set.of("organism", "offer"),
                List.of(
                        Output.text("field"),
                        Output.text("value"),
                        Output.text("label"),
                        Output.number("position", false)));
    }

    @Bean
    DecisionContract conventionAccessContract() {
        return new DecisionContract(
                "convention-access",
                true,
                Set.of("today", "start", "end", "openRequests", "lastResolution"),
                List.of(Output.oneOf("access", Access.Level.values()), Output.oneOf("notice", Access.Notice.values())));
    }

    @Bean
    DecisionContract requestPriority() {
        return new DecisionContract(
                PartnerProcess.PRIORITY_TABLE,
                true,
                Set.of("organism", "offer", "reason"),
                List.of(
                        Output.number(PartnerProcess.PRIORITY, true),
                        Output.number(PartnerProcess.TAKE_DAYS, true),
                        Output.number(PartnerProcess.ANSWER_DAYS, true)));
    }
}
