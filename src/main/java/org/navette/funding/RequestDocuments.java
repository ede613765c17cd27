package org.navette.funding;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.navette.engine.Processes;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of a request for funding: those it cannot do without, and those that an agent waits for (FUND-12, FUND-14). */
@Component
@Transactional
public class RequestDocuments {

    private static final String CONTEXT = "funding.request";

    private final Requests requests;
    private final FundingRows rows;
    private final FundingDocuments documents;
    private final FileStore files;
    private final Suppliers suppliers;
    private final Processes processes;

    RequestDocuments(
            Requests requests,
            FundingRows rows,
            FundingDocuments documents,
            FileStore files,
            Suppliers suppliers,
            Processes processes) {
        this.requests = requests;
        this.rows = rows;
        this.documents = documents;
        this.files = files;
        this.suppliers = suppliers;
        this.processes = processes;
    }

    /**
     * A request with its documents.
     *
     * @param expected what can be added
     * @param attached what the supplier has sent so far
     */
    public record Found(
            Request request, FundingRequest own, List<ExpectedDocument> expected, List<StoredFile> attached) {

        /** True when it waits for the documents that it cannot do without. */
        public boolean isIncomplete() {
            return request.allows(FundingProcess.COMPLETE);
        }

        /** True when documents can be added, and nothing else is asked. */
        public boolean takesDocuments() {
            return isIncomplete() || request.allows(FundingProcess.ADD);
        }

        /** Documents of a kind that were sent. */
        public List<StoredFile> of(ExpectedDocument document) {
            return attached.stream()
                    .filter(file -> FundingDocuments.step(document.code()).equals(file.step()))
                    .toList();
        }

        /** Required kinds of which nothing was sent. */
        public List<ExpectedDocument> missing() {
            return expected.stream()
                    .filter(document -> document.required() && of(document).isEmpty())
                    .toList();
        }
    }

    /** A request of the supplier. */
    @Transactional(readOnly = true)
    public Optional<Found> find(Supplier supplier, String number) {
        return requests.find(supplier.scope(FundingRequest.ESPACE), number).map(this::found);
    }

    /** A request whose row the caller may read, with its documents. */
    Found found(Request request) {
        FundingRequest own = rows.get(request.id());
        List<StoredFile> sent = files.of(request.id()).stream()
                .filter(file -> Direction.SENT.name().equals(file.direction()))
                .toList();
        return new Found(request, own, expected(own.type()), sent);
    }

    /** The documents of a type of request. */
    List<ExpectedDocument> expected(RequestType type) {
        return documents.of(type == RequestType.ADVANCE ? Subject.AVANCE : Subject.SOLDE, false);
    }

    /** What may be sent. */
    public AttachmentRules rules() {
        return files.rules(CONTEXT, suppliers.organism());
    }

    /** Where the files of a document wait until they are validated. */
    public UUID bucket(String number, String document) {
        return FundingDocuments.bucket(
                UUID.nameUUIDFromBytes((FundingRequest.ESPACE + number).getBytes(StandardCharsets.UTF_8)), document);
    }

    /** Files of a document that are not validated yet. */
    @Transactional(readOnly = true)
    public List<StoredFile> waiting(Supplier supplier, String number, String document) {
        return files.inBucket(bucket(number, document), supplier.owner());
    }

    /**
     * Sends the files that wait: an incomplete request that has all it needs goes to the agents, one that an agent has asked
     * about goes back to them.
     *
     * @throws Refused when no document is awaited any more, or one is missing
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     * @throws java.util.NoSuchElementException when the supplier has no such request
     */
    public void send(Supplier supplier, String number) {
        Request request = requests.lock(supplier.scope(FundingRequest.ESPACE), number);
        Found found = found(request);
        if (!found.takesDocuments() || request.allows(FundingProcess.MODIFY)) {
            throw new Refused(Refused.Reason.NOT_AWAITED);
        }
        int added = attachAll(supplier, request, found);
        if (found.isIncomplete()) {
            if (!found(request).missing().isEmpty()) {
                throw new Refused(Refused.Reason.DOCUMENT_MISSING);
            }
            move(supplier, request, FundingProcess.COMPLETED);
        } else {
            if (added == 0) {
                throw new Refused(Refused.Reason.DOCUMENT_MISSING);
            }
            answer(supplier, request, "Pièces ajoutées", added);
        }
    }

    /** Binds all files that wait for a request whose row is held; returns how many. */
    int attachAll(Supplier supplier, Request request, Found found) {
        int added = 0;
        for (ExpectedDocument document : found.expected()) {
            List<StoredFile> waiting = waiting(supplier, request.number(), document.code());
            added += waiting.size();
            attach(supplier, request, document, found.of(document).size(), waiting);
        }
        return added;
    }

    private void attach(
            Supplier supplier, Request request, ExpectedDocument document, int used, List<StoredFile> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        files.attach(
                bucket(request.number(), document.code()),
                supplier.owner(),
                waiting.stream().map(StoredFile::id).toList(),
                rules(),
                used,
                request.id(),
                Direction.SENT,
                FundingDocuments.step(document.code()),
                null);
    }

    /**
     * The request goes back to its agent.
     *
     * @param what the supplier has done, for the timeline
     * @param added how many files
     */
    void answer(Supplier supplier, Request request, String what, int added) {
        rows.await(request.id(), List.of(), null);
        Map<String, Object> detail = new HashMap<>();
        detail.put("files", added);
        requests.note(request, supplier.actor(), "COMPLETION", what, detail);
        move(supplier, request, FundingProcess.ANSWERED);
    }

    /**
     * Binds the one file that waits for a document, out of an archive; the request goes to the agents as soon as it has all
     * it needs.
     *
     * @return true when it was bound; false when the request is not incomplete any more
     */
    boolean take(Supplier supplier, String number, ExpectedDocument document) {
        Request request = requests.lock(supplier.scope(FundingRequest.ESPACE), number);
        Found found = found(request);
        if (!found.isIncomplete()) {
            return false;
        }
        attach(supplier, request, document, found.of(document).size(), waiting(supplier, number, document.code()));
        if (found(request).missing().isEmpty()) {
            move(supplier, request, FundingProcess.COMPLETED);
        }
        return true;
    }

    private void move(Supplier supplier, Request request, String message) {
        try {
            supplier.actor().doing(() -> {
                processes.correlate(message, request.number(), Map.of());
                return null;
            });
        } catch (Processes.NotWaiting e) {
            throw new Refused(Refused.Reason.NOT_AWAITED);
        }
    }

    /** A document that the supplier has sent. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(Found found, UUID id) {
        return found.attached().stream()
                .filter(file -> Objects.equals(file.id(), id))
                .findFirst();
    }
}
