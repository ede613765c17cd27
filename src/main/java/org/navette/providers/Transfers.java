package org.navette.providers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.navette.directory.TypedDay;
import org.navette.engine.Agents;
import org.navette.engine.Processes;
import org.navette.engine.TaskRefused;
import org.navette.providers.process.ProviderPaymentProcess;
import org.navette.providers.process.ReimbursementProcess;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays approved reimbursement files by runs: one transfer for each establishment, exactly the sum of its files (PROV-15,
 * PROV-18). The database refuses any other sum, and a file in two transfers.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Transfers {

    /** The code of runs in the register of requests. */
    static final String ESPACE = "providers-payment";

    /** Few enough for a job of some seconds. */
    static final int BATCH = 50;

    /** The most files that one run pays. */
    static final int MOST = 5_000;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Requests requests;
    private final TransferRows rows;
    private final Providers providers;
    private final Processes processes;
    private final Agents agents;
    private final Clock clock;

    Transfers(
            Requests requests,
            TransferRows rows,
            Providers providers,
            Processes processes,
            Agents agents,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.providers = providers;
        this.processes = processes;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Makes a run of the approved files that no transfer has.
     *
     * @param agent the accountant's login
     * @param until the last day of approval that counts
     * @return its number
     * @throws TaskRefused when there is none
     */
    public String open(String agent, LocalDate until) {
        Instant before = until.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        List<Long> due = rows.hold(before, MOST);
        if (due.isEmpty()) {
            throw new TaskRefused("Aucun dossier approuvé jusqu'à cette date n'attend un virement.");
        }
        Request run = requests.deposit(
                new NewRequest(
                        new Scope(ESPACE, providers.organism(), NOBODY),
                        NOBODY,
                        agents.find(agent).map(Agents.Person::name).orElse(agent),
                        "Virement groupé",
                        null),
                CareNumbers.PAYMENT_RUN);
        rows.insert(run.id(), due);
        Actor.agent(agent).doing(() -> {
            requests.start(run, ProviderPaymentProcess.ID);
            return null;
        });
        return run.number();
    }

    /**
     * Writes the day on which the bank carried a run out; establishments see its transfers from now on.
     *
     * @param agent the accountant's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the day is none, to come, or before the run
     */
    public void execute(String number, String agent, Map<String, Object> answers) {
        Request run = requests.lock(number);
        LocalDate day = TypedDay.of(Objects.toString(answers.get("executedOn"), ""))
                .orElseThrow(() -> new TaskRefused("Indiquez la date d'exécution, au format jj/mm/aaaa."));
        if (day.isAfter(LocalDate.now(clock))) {
            throw new TaskRefused("La date d'exécution est à venir : terminez la tâche une fois le virement exécuté.");
        }
        if (day.isBefore(LocalDate.ofInstant(run.createdAt(), clock.getZone()))) {
            throw new TaskRefused("La date d'exécution précède la préparation du virement.");
        }
        rows.execute(run.id(), day, agent);
    }

    /**
     * Settles the next files of a run, in one transaction with the engine's own step.
     *
     * @return how many are left
     */
    public int settle(String number) {
        Request run = requests.lock(number);
        LocalDate day = Objects.requireNonNull(rows.executedOn(run.id()));
        for (String file : rows.unsettled(run.id(), BATCH)) {
            requests.lock(file);
            rows.paid(file, day);
            processes.correlate(ReimbursementProcess.PAID, file, Map.of());
        }
        return rows.left(run.id());
    }
}
