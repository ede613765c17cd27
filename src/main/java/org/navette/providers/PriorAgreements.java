package org.navette.providers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.InvalidEntry;
import org.navette.directory.TypedDay;
import org.navette.engine.Processes;
import org.navette.engine.TaskRefused;
import org.navette.portal.Dirhams;
import org.navette.providers.process.PriorAgreementProcess;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.requests.StatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers prior agreements and keeps what becomes of them (PROV-11). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PriorAgreements {

    /** Nobody's account: agents register in the name of an establishment. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Requests requests;
    private final PriorAgreementRows rows;
    private final CareChecks checks;
    private final AgreementPapers papers;
    private final Providers providers;
    private final Processes processes;
    private final Clock clock;

    PriorAgreements(
            Requests requests,
            PriorAgreementRows rows,
            CareChecks checks,
            AgreementPapers papers,
            Providers providers,
            Processes processes,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.checks = checks;
        this.papers = papers;
        this.providers = providers;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * A prior agreement as an agent or a file has it.
     *
     * @param beneficiary a name among those of the insured person; empty for the insured person
     * @param requested in dirhams
     */
    public record New(String inpe, String cnssNumber, String beneficiary, LocalDate receivedOn, BigDecimal requested) {

        CareChecks.Care care() {
            return new CareChecks.Care(inpe, cnssNumber, beneficiary, Map.of("receivedOn", receivedOn));
        }
    }

    /**
     * Judges one before it is registered.
     *
     * @throws InvalidEntry when the establishment, the insured person or the beneficiary is not known, or the day is to come
     */
    @Transactional(readOnly = true)
    public void check(New it) {
        checks.known(it.care());
    }

    /**
     * Registers one and starts its life.
     *
     * @param agent the login of who registers it
     * @return its number
     * @throws InvalidEntry as {@link #check}
     */
    public String register(String agent, New it) {
        CareChecks.Known known = checks.known(it.care());
        Actor actor = Actor.agent(agent);
        Request request = requests.deposit(
                new NewRequest(
                        new Scope(
                                PriorAgreement.ESPACE,
                                providers.organism(),
                                known.establishment().id()),
                        NOBODY,
                        known.establishment().name(),
                        "Prise en charge, " + known.establishment().name(),
                        known.person().name()),
                CareNumbers.PRIOR_AGREEMENT);
        rows.insert(
                new PriorAgreement(
                        request.id(),
                        request.number(),
                        known.establishment().id(),
                        it.cnssNumber(),
                        known.person().name(),
                        it.receivedOn(),
                        it.requested().setScale(2, RoundingMode.HALF_UP),
                        null,
                        PriorAgreementProcess.RECEIVED,
                        null,
                        null,
                        BigDecimal.ZERO,
                        false),
                LocalDate.now(clock));
        actor.doing(() -> {
            requests.start(request, PriorAgreementProcess.ID, PriorAgreementProcess.variables(request));
            return null;
        });
        return request.number();
    }

    /**
     * Writes what the medical control has decided.
     *
     * @param answers to the task's form, checked against it
     * @return the first instant at which what was granted is no longer valid; null when nothing was granted
     * @throws TaskRefused when amount or day do not fit the request
     */
    public @Nullable Instant decide(String number, Map<String, Object> answers) {
        PriorAgreement own = rows.get(requests.lock(number).id());
        String outcome = Objects.toString(answers.get("outcome"), "");
        String reasons = Objects.toString(answers.get("reasons"), "");
        switch (outcome) {
            case "GRANTED" -> rows.decide(own.id(), own.requested(), day(own, answers), null);
            case "PARTLY" -> {
                BigDecimal granted = TypedAmount.of(answers.get("granted"))
                        .filter(amount -> amount.signum() > 0 && amount.compareTo(own.requested()) < 0)
                        .orElseThrow(() -> new TaskRefused("Le montant accordé doit être inférieur au montant demandé, "
                                + Dirhams.of(own.requested()) + "."));
                rows.decide(own.id(), granted, day(own, answers), reasons);
            }
            case "REFUSED", "RETURNED" -> rows.decide(own.id(), null, null, reasons);
            default -> throw new TaskRefused("Indiquez l'avis du contrôle médical.");
        }
        PriorAgreement after = rows.get(own.id());
        return after.validUntil() == null
                ? null
                : after.validUntil().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate day(PriorAgreement own, Map<String, Object> answers) {
        LocalDate day = TypedDay.of(Objects.toString(answers.get("validUntil"), ""))
                .orElseThrow(() -> new TaskRefused("Indiquez le dernier jour de validité, au format jj/mm/aaaa."));
        if (day.isBefore(LocalDate.now(clock)) || day.isBefore(own.receivedOn())) {
            throw new TaskRefused("Le dernier jour de validité est passé.");
        }
        return day;
    }

    /** What the diagram says is what is searched; a decision is printed when it is reached. */
    @EventListener
    void follow(StatusChanged changed) {
        Request request = changed.request();
        if (request.scope().espace().equals(PriorAgreement.ESPACE)) {
            rows.situation(
                    request.id(),
                    changed.milestone().code(),
                    changed.milestone().label(),
                    LocalDate.ofInstant(request.statusAt(), clock.getZone()));
            PriorAgreement own = rows.get(request.id());
            if (PriorAgreementProcess.DECIDED.contains(changed.milestone().code())) {
                rows.decision(
                        own.id(),
                        papers.decision(request, own, changed.milestone().label())
                                .id());
            }
        }
    }

    /**
     * Takes an amount of what an agreement grants; at the first time, it need not wait for its use any more.
     *
     * @param own held by the caller, and granted
     */
    void use(PriorAgreement own, BigDecimal amount) {
        rows.use(own.id(), amount, clock.instant());
        if (!own.wasUsed()) {
            processes.correlate(PriorAgreementProcess.USED, own.number(), Map.of());
        }
    }

    /** Gives back what a file has taken and does not need. */
    void giveBack(long id, BigDecimal amount) {
        if (amount.signum() != 0) {
            rows.use(id, amount.negate(), clock.instant());
        }
    }
}
