package org.navette.local;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.navette.directory.Couloir;
import org.navette.directory.Organisms;
import org.navette.directory.Supervisor;
import org.navette.funding.Cancellations;
import org.navette.funding.Envelopes;
import org.navette.funding.FundingDecisions;
import org.navette.funding.PaymentRuns;
import org.navette.funding.Suppliers;
import org.navette.funding.process.DecisionProcess;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the agency of the demonstration does with its money. */
@Component
@Profile("local")
class DemoMoney {

    private static final String SUPERVISOR = "remi.tresorier";
    private static final String ACCOUNTANT = "colette.comptable";

    private final Envelopes envelopes;
    private final FundingDecisions decisions;
    private final PaymentRuns runs;
    private final Cancellations cancellations;
    private final Suppliers suppliers;
    private final Organisms organisms;
    private final DemoAgents agents;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemoMoney(
            Envelopes envelopes,
            FundingDecisions decisions,
            PaymentRuns runs,
            Cancellations cancellations,
            Suppliers suppliers,
            Organisms organisms,
            DemoAgents agents,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.envelopes = envelopes;
        this.decisions = decisions;
        this.runs = runs;
        this.cancellations = cancellations;
        this.suppliers = suppliers;
        this.organisms = organisms;
        this.agents = agents;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Gives the envelope of a couloir its first amount, in euros. */
    void fill(Couloir couloir, int amount) {
        int year = LocalDate.now(clock).getYear();
        envelopes.set(supervisor(), couloir, year, envelopes.of(couloir, year).amount(), BigDecimal.valueOf(amount));
    }

    /** Makes batches of what is validated. */
    void gather() {
        transaction.executeWithoutResult(status -> decisions.open());
    }

    /** Decides all that fits of the open batch. */
    void decide() {
        agents.decideOpen(SUPERVISOR, DecisionProcess.ID, Map.of("choice", "FITTING"));
    }

    /** Prepares a run of payments of what is decided. */
    void prepare() {
        transaction.executeWithoutResult(status -> runs.open());
    }

    /** The open run has been carried out today. */
    void pay() {
        agents.decideOpen(
                ACCOUNTANT,
                DecisionProcess.PAYMENT,
                Map.of("executedOn", LocalDate.now(clock).toString()));
    }

    /** Cancels a request at its supplier's demand. */
    void cancel(String number, String ground) {
        cancellations.cancel(supervisor(), number, Cancellations.Cause.DEMAND, ground);
    }

    private Supervisor supervisor() {
        return new Supervisor(
                SUPERVISOR,
                "Rémi Trésor",
                organisms.findById(suppliers.organism()).orElseThrow());
    }
}
