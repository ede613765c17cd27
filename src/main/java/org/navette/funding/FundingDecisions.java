package org.navette.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.navette.directory.Couloir;
import org.navette.engine.Processes;
import org.navette.engine.TaskRefused;
import org.navette.funding.DecisionRows.Batch;
import org.navette.funding.DecisionRows.Candidate;
import org.navette.funding.DecisionRows.Choice;
import org.navette.funding.DecisionRows.State;
import org.navette.funding.process.DecisionProcess;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Actor;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on validated requests by batches of a couloir, within its envelope (FUND-16). A batch holds what was validated
 * when it was opened, so that the supervisor decides on what they see; what does not fit waits for the next one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FundingDecisions {

    /** The code of batches in the register of requests. */
    public static final String ESPACE = "funding-decision";

    /** Few enough for a job of some seconds: each request gets a document. */
    static final int BATCH = 25;

    /** The most requests that one batch holds. */
    static final int MOST = 2000;

    private final Register register;
    private final Requests requests;
    private final DecisionRows rows;
    private final FundingRows funding;
    private final Envelopes envelopes;
    private final FundingPapers papers;
    private final Processes processes;
    private final Clock clock;

    FundingDecisions(
            Register register,
            Requests requests,
            DecisionRows rows,
            FundingRows funding,
            Envelopes envelopes,
            FundingPapers papers,
            Processes processes,
            Clock clock) {
        this.register = register;
        this.requests = requests;
        this.rows = rows;
        this.funding = funding;
        this.envelopes = envelopes;
        this.papers = papers;
        this.processes = processes;
        this.clock = clock;
    }

    /** A request has been validated: it waits for a batch. An advance gets its award decision. */
    public void validated(String number) {
        Request request = requests.lock(number);
        rows.validate(request.id(), clock.instant());
        FundingRequest own = funding.get(request.id());
        if (own.type() == RequestType.ADVANCE) {
            papers.award(request, own);
        }
    }

    /** Opens a batch for each couloir that has validated requests and no open batch. */
    public void open() {
        for (Couloir couloir : rows.waiting()) {
            Request batch = register.deposit(ESPACE, "Décision – " + couloir.label(), RunNumbers.DECISION);
            rows.insert(batch.id(), couloir, MOST);
            register.start(batch, DecisionProcess.ID);
        }
    }

    /**
     * Writes what a supervisor has chosen for a batch.
     *
     * @param number the batch's
     * @param agent the supervisor's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the choice is none, or a number that was typed is not in the batch
     */
    public void record(String number, String agent, Map<String, Object> answers) {
        Batch batch = rows.get(requests.lock(number).id());
        Choice choice =
                switch (Objects.toString(answers.get("choice"), "")) {
                    case "FITTING" -> Choice.FITTING;
                    case "EXCEPT" -> {
                        rows.setAside(batch.id(), numbers(batch, Objects.toString(answers.get("setAside"), "")));
                        yield Choice.EXCEPT;
                    }
                    case "NONE" -> {
                        rows.setAllAside(batch.id());
                        yield Choice.NONE;
                    }
                    default -> throw new TaskRefused("Indiquez ce qui est décidé.");
                };
        rows.choose(batch.id(), choice, agent);
    }

    private Set<String> numbers(Batch batch, String typed) {
        Set<String> numbers = Arrays.stream(
                        typed.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (numbers.isEmpty()) {
            throw new TaskRefused("Indiquez les numéros des demandes à écarter.");
        }
        Set<String> known =
                rows.lines(batch.id()).stream().map(Candidate::number).collect(Collectors.toSet());
        List<String> strange =
                numbers.stream().filter(number -> !known.contains(number)).toList();
        if (!strange.isEmpty()) {
            throw new TaskRefused(French.say(
                    "Ces numéros ne sont pas dans le lot : %s.",
                    strange.stream().limit(10).map(French::quote).collect(Collectors.joining(", "))));
        }
        return numbers;
    }

    /**
     * Decides on the next requests of a batch, in one transaction with the engine's own step.
     *
     * @return how many are left; the batch is closed when none is
     */
    public int next(String number) {
        Batch batch = rows.get(requests.lock(number).id());
        List<Candidate> lines = rows.waiting(batch.id(), BATCH);
        // rows of requests in one order, and all of them before the envelope: who cancels holds them in this order too
        lines.stream().map(Candidate::number).sorted(Comparator.naturalOrder()).forEach(requests::lock);
        for (Candidate line : rows.waiting(batch.id(), BATCH)) {
            rows.settle(batch.id(), line, decide(batch, line));
        }
        int left = rows.left(batch.id());
        if (left == 0) {
            rows.close(batch.id());
        }
        return left;
    }

    private State decide(Batch batch, Candidate line) {
        if (!line.decidable()) {
            return State.GONE;
        }
        int year = LocalDate.now(clock).getYear();
        if (!envelopes.commit(batch.couloir(), year, line.amount())) {
            return State.NO_ROOM;
        }
        rows.decide(line.requestId(), year, clock.instant());
        Request request = requests.lock(line.number());
        papers.decision(request, funding.get(line.requestId()));
        Actor.agent(Objects.requireNonNull(batch.by())).doing(() -> {
            processes.correlate(FundingProcess.DECIDED, line.number(), Map.of());
            return null;
        });
        return State.DECIDED;
    }
}
