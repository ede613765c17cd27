package org.navette.providers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.InvalidEntry;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.navette.engine.TaskRefused;
import org.navette.portal.Dirhams;
import org.navette.providers.process.PriorAgreementProcess;
import org.navette.providers.process.ReimbursementProcess;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.requests.StatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers reimbursement files, checks them against their prior agreements, and keeps what becomes of them (PROV-13). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Reimbursements {

    /** The table of the checks. */
    public static final String CHECKS = "reimbursement-checks";

    /** Nobody's account: agents register in the name of an establishment. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Requests requests;
    private final ReimbursementRows rows;
    private final PriorAgreementRows agreementRows;
    private final PriorAgreements agreements;
    private final InsuredRows insured;
    private final BillingChecks checks;
    private final Decisions decisions;
    private final Reasons reasons;
    private final Providers providers;
    private final Clock clock;

    Reimbursements(
            Requests requests,
            ReimbursementRows rows,
            PriorAgreementRows agreementRows,
            PriorAgreements agreements,
            InsuredRows insured,
            BillingChecks checks,
            Decisions decisions,
            Reasons reasons,
            Providers providers,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.agreementRows = agreementRows;
        this.agreements = agreements;
        this.insured = insured;
        this.checks = checks;
        this.decisions = decisions;
        this.reasons = reasons;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * A file as an agent or a CSV file has it.
     *
     * @param beneficiary a name among those of the insured person; empty for the insured person
     * @param agreement number of the prior agreement; empty without one
     * @param invoice the establishment's own reference
     * @param billed in dirhams
     */
    public record New(
            String inpe,
            String cnssNumber,
            String beneficiary,
            String agreement,
            LocalDate depositedOn,
            LocalDate careOn,
            String invoice,
            BigDecimal billed) {

        public New {
            agreement = agreement.strip().toUpperCase(Locale.ROOT);
            invoice = invoice.strip();
        }

        BillingChecks.Bill bill() {
            Map<String, LocalDate> days =
                    Map.of(BillingChecks.DEPOSITED_ON, depositedOn, BillingChecks.CARE_ON, careOn);
            return new BillingChecks.Bill(new CareChecks.Care(inpe, cnssNumber, beneficiary, days), invoice);
        }
    }

    /**
     * Judges one before it is registered. Whether its prior agreement covers it is no matter of this: the file is then
     * registered and returned.
     *
     * @throws InvalidEntry when the establishment, the insured person or the beneficiary is not known, a day is to come,
     *     care is later than the deposit, or the invoice is in another file
     */
    @Transactional(readOnly = true)
    public void check(New it) {
        checks.known(it.bill());
    }

    /**
     * Registers one and starts its life, which may return it at once.
     *
     * @param agent the login of who registers it
     * @return its number
     * @throws InvalidEntry as {@link #check}
     */
    public String register(String agent, New it) {
        CareChecks.Known known = checks.known(it.bill());
        Request request = requests.deposit(
                new NewRequest(
                        new Scope(
                                Reimbursement.ESPACE,
                                providers.organism(),
                                known.establishment().id()),
                        NOBODY,
                        known.establishment().name(),
                        "Dossier de remboursement, " + known.establishment().name(),
                        known.person().name()),
                CareNumbers.REIMBURSEMENT);
        try {
            rows.insert(
                    new Reimbursement(
                            request.id(),
                            request.number(),
                            known.establishment().id(),
                            it.cnssNumber(),
                            known.person().name(),
                            null,
                            it.agreement().isEmpty() ? null : it.agreement(),
                            it.depositedOn(),
                            it.careOn(),
                            it.invoice(),
                            it.billed().setScale(2, RoundingMode.HALF_UP),
                            ReimbursementProcess.PROCESSING,
                            null,
                            true,
                            null),
                    LocalDate.now(clock));
        } catch (DuplicateKeyException e) {
            throw new InvalidEntry(Map.of("invoice", "TAKEN"));
        }
        Actor.agent(agent).doing(() -> {
            requests.start(request, ReimbursementProcess.ID);
            return null;
        });
        return request.number();
    }

    /**
     * Asks the table whether a file must be returned; one that need not takes its amount of the prior agreement.
     *
     * @return true when it is returned
     */
    public boolean mustBeReturned(String number) {
        Request request = requests.lock(number);
        Reimbursement own = rows.get(request.id());
        Optional<PriorAgreement> agreement = agreement(own);
        Decision decision = decisions.evaluate(CHECKS, facts(own, agreement));
        reasons.keep(request, "Contrôle du dossier", List.of(decision));
        List<String> found = decision.results().stream()
                .map(row -> Objects.toString(row.get("reason"), ""))
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            rows.release(own.id(), String.join("\n", found));
            return true;
        }
        agreement.ifPresent(it -> {
            rows.draw(own.id(), it.id());
            agreements.use(it, own.billed());
        });
        return false;
    }

    /** The agreement that a file names, its request held before it as in every transition. */
    private Optional<PriorAgreement> agreement(Reimbursement own) {
        if (own.agreementNumber() == null || !agreementRows.exists(own.establishment(), own.agreementNumber())) {
            return Optional.empty();
        }
        requests.lock(own.agreementNumber());
        return agreementRows.hold(own.establishment(), own.agreementNumber());
    }

    private Map<String, Object> facts(Reimbursement own, Optional<PriorAgreement> agreement) {
        Map<String, Object> facts = new HashMap<>();
        boolean named = own.agreementNumber() != null;
        facts.put(
                "agreement",
                !named ? "none" : agreement.map(PriorAgreement::situation).orElse("unknown"));
        facts.put(
                "sameInsured",
                agreement.map(it -> it.cnssNumber().equals(own.cnssNumber())).orElse(true));
        boolean granted = agreement
                .filter(it -> PriorAgreementProcess.GRANTED.contains(it.situation()))
                .isPresent();
        facts.put(
                "excess",
                granted ? own.billed().subtract(agreement.get().left()).doubleValue() : 0.0);
        facts.put(
                "covered",
                agreement
                        .map(PriorAgreement::validUntil)
                        .map(until -> !own.careOn().isAfter(until))
                        .orElse(true));
        facts.put(
                "rightsOpen",
                insured.byCnssNumber(own.cnssNumber())
                        .flatMap(it -> it.named(own.beneficiary()))
                        .filter(person -> person.isOpen(own.careOn()))
                        .isPresent());
        return facts;
    }

    /**
     * Writes what an agent has decided.
     *
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the amount is more than what is billed
     */
    public void decide(String number, Map<String, Object> answers) {
        Reimbursement own = rows.get(requests.lock(number).id());
        Long agreement = own.agreementId();
        switch (Objects.toString(answers.get("outcome"), "")) {
            case "APPROVED" -> {
                BigDecimal approved = TypedAmount.of(answers.get("approved"))
                        .filter(amount -> amount.signum() > 0 && amount.compareTo(own.billed()) <= 0)
                        .orElseThrow(() -> new TaskRefused("Le montant approuvé ne dépasse pas le montant facturé, "
                                + Dirhams.of(own.billed()) + "."));
                String observation = Objects.toString(answers.get("observation"), "");
                rows.approve(own.id(), approved, observation.isEmpty() ? null : observation, clock.instant());
                if (agreement != null) {
                    agreements.giveBack(agreement, own.billed().subtract(approved));
                }
            }
            case "RETURNED", "CANCELLED" -> {
                rows.release(own.id(), Objects.toString(answers.get("reasons"), ""));
                if (agreement != null) {
                    agreements.giveBack(agreement, own.draws());
                }
            }
            default -> throw new TaskRefused("Indiquez la suite donnée au dossier.");
        }
    }

    /** What the diagram says is what is searched. */
    @EventListener
    void follow(StatusChanged changed) {
        Request request = changed.request();
        if (request.scope().espace().equals(Reimbursement.ESPACE)) {
            rows.situation(
                    request.id(),
                    changed.milestone().code(),
                    changed.milestone().label(),
                    LocalDate.ofInstant(request.statusAt(), clock.getZone()));
        }
    }
}
