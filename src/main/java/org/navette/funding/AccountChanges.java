package org.navette.funding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.funding.process.AccountChangeProcess;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What sending a change of any kind has in common; one pending change of a kind at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountChanges {

    private final Requests requests;
    private final Reasons reasons;
    private final AccountChangeRows rows;
    private final Suppliers suppliers;
    private final FundingDocuments documents;
    private final FileStore files;

    AccountChanges(
            Requests requests,
            Reasons reasons,
            AccountChangeRows rows,
            Suppliers suppliers,
            FundingDocuments documents,
            FileStore files) {
        this.requests = requests;
        this.reasons = reasons;
        this.rows = rows;
        this.suppliers = suppliers;
        this.documents = documents;
        this.files = files;
    }

    /**
     * What is asked for.
     *
     * @param subject as people read it; routing facts only, nothing that was typed
     * @param form the version that was typed into
     * @param bankDetails null for a change of persons
     * @param documents what its documents are required for
     * @param mandated whether somebody asks on the company's mandate
     * @param attached files by the code of their document
     */
    record Asked(
            Kind kind,
            String subject,
            Map<String, Object> answers,
            String form,
            @Nullable UUID bankDetails,
            Subject documents,
            boolean mandated,
            Map<String, Attached> attached) {}

    /** Files in a bucket. */
    record Attached(UUID bucket, List<UUID> files) {}

    /**
     * Begins to send a change: nobody else changes this supplier's account until the transaction ends.
     *
     * @param key of the form; the same one sent twice counts once
     * @return the number that this form has made already; empty when it is new
     * @throws Refused when another change of the kind waits for an agent
     */
    Optional<String> begin(Supplier supplier, UUID key, Kind kind) {
        Optional<String> earlier = requests.submitted(key, supplier.account(), Requests.DEPOSIT);
        if (earlier.isEmpty()) {
            suppliers.lock(supplier.id());
            if (rows.isPending(supplier.id(), kind)) {
                throw new Refused(Refused.Reason.CHANGE_PENDING);
            }
        }
        return earlier;
    }

    /**
     * Sends what {@link #begin} has begun.
     *
     * @return its number
     * @throws Refused when no number is left
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     */
    String send(Supplier supplier, UUID key, Asked asked) {
        Request request = deposit(supplier, key, asked);
        rows.insert(new AccountChange(
                request.id(), supplier.id(), asked.kind(), asked.answers(), asked.form(), asked.bankDetails(), null));
        asked.attached()
                .forEach((document, attached) -> files.attach(
                        attached.bucket(),
                        supplier.owner(),
                        attached.files(),
                        files.rules(EnrolmentDrafts.CONTEXT, supplier.organism()),
                        0,
                        request.id(),
                        Direction.SENT,
                        FundingDocuments.step(document),
                        null));
        reasons.keep(request, "Dépôt", List.of(documents.decision(asked.documents(), asked.mandated())));
        supplier.actor().doing(() -> {
            requests.start(request, AccountChangeProcess.id(asked.kind()));
            return null;
        });
        return request.number();
    }

    private Request deposit(Supplier supplier, UUID key, Asked asked) {
        try {
            return requests.deposit(
                    key,
                    new NewRequest(
                            supplier.scope(asked.kind().espace()),
                            supplier.account(),
                            supplier.correspondent().name(),
                            asked.subject(),
                            supplier.name()),
                    asked.kind().numbers());
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }
}
