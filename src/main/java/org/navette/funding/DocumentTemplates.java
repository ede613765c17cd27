package org.navette.funding;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.funding.process.TemplateProcess;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Templates of documents that a supplier has the agency judge (FUND-22): imported one by one, then sent together. Files that
 * are imported and not sent are uploads like others: gone after 24 hours. Whatever is asked for a supplier without a
 * validated enrolment of the second wave ends with {@link NoSuchElementException}.
 */
@Component
public class DocumentTemplates {

    /** How many are listed. */
    public static final int MOST = 500;

    /** The limits are those of supporting documents (FUND-12). */
    private static final String CONTEXT = "funding.request";

    private final EnrolmentList enrolments;
    private final TemplateKinds kinds;
    private final TemplateRows rows;
    private final Requests requests;
    private final Reasons reasons;
    private final Suppliers suppliers;
    private final FileStore files;

    DocumentTemplates(
            EnrolmentList enrolments,
            TemplateKinds kinds,
            TemplateRows rows,
            Requests requests,
            Reasons reasons,
            Suppliers suppliers,
            FileStore files) {
        this.enrolments = enrolments;
        this.kinds = kinds;
        this.rows = rows;
        this.requests = requests;
        this.reasons = reasons;
        this.suppliers = suppliers;
        this.files = files;
    }

    /** A file that is imported, and not sent yet. */
    public record Waiting(TemplateKind kind, StoredFile file) {}

    /**
     * A template as its supplier reads it.
     *
     * @param at when its import was validated
     * @param remark what the agent says with the decision; null when there is nothing to say
     */
    public record Past(
            String number,
            Instant at,
            String kind,
            String fileName,
            String statusCode,
            String status,
            @Nullable String remark) {}

    /** True when templates are this supplier's matter. */
    public boolean areOpenTo(Supplier supplier) {
        return !enrolments.secondWave(supplier).isEmpty();
    }

    /** What the supplier's templates can be for; nothing when the table knows no kind for its couloirs. */
    public List<TemplateKind> kinds(Supplier supplier) {
        return kinds.of(couloirs(supplier));
    }

    private List<Couloir> couloirs(Supplier supplier) {
        List<Couloir> couloirs = enrolments.secondWave(supplier);
        if (couloirs.isEmpty()) {
            throw new NoSuchElementException("no validated enrolment of the second wave");
        }
        return couloirs;
    }

    /** What a file may be; as many of one kind can wait. */
    public AttachmentRules rules() {
        return files.rules(CONTEXT, suppliers.organism());
    }

    /** The files that are imported and not sent yet, in the order of their arrival. */
    public List<Waiting> waiting(Supplier supplier) {
        return kinds(supplier).stream()
                .flatMap(kind -> files.inBucket(bucket(supplier, kind), supplier.owner()).stream()
                        .map(file -> new Waiting(kind, file)))
                .sorted(Comparator.comparing(waiting -> waiting.file().at()))
                .toList();
    }

    /** One of them. */
    public Optional<Waiting> waiting(Supplier supplier, UUID file) {
        return waiting(supplier).stream()
                .filter(waiting -> waiting.file().id().equals(file))
                .findFirst();
    }

    /**
     * Takes a file in: the first step.
     *
     * @param kind one of {@link #kinds}
     * @param name as the browser sent it
     * @throws RefusedFile when the file breaks a rule
     */
    public StoredFile take(Supplier supplier, TemplateKind kind, String name, InputStream content) {
        return files.upload(bucket(supplier, kind), supplier.owner(), rules(), 0, name, content);
    }

    /**
     * Says what is wrong with a file whose kind is not known yet; keeps nothing of it.
     *
     * @throws RefusedFile when the file breaks a rule
     */
    public void check(Supplier supplier, String name, InputStream content) {
        couloirs(supplier);
        UUID nowhere = UUID.randomUUID();
        StoredFile seen = files.upload(nowhere, supplier.owner(), rules(), 0, name, content);
        files.discard(nowhere, supplier.owner(), seen.id());
    }

    /** Deletes a file that is not sent yet. */
    public StoredFile discard(Supplier supplier, UUID file) {
        Waiting waiting = waiting(supplier, file).orElseThrow();
        files.discard(bucket(supplier, waiting.kind()), supplier.owner(), file);
        return waiting.file();
    }

    /**
     * Sends imported files, each as a request of its own: the second step. All are sent or none; the same ones sent twice
     * count once.
     *
     * @param ids of the files that the supplier has seen in the list
     * @return the numbers of their requests
     * @throws Refused when there is none, one is neither there nor sent, or no number is left
     * @throws RefusedFile when the rules do not allow one any more
     */
    @Transactional
    public List<String> send(Supplier supplier, Collection<UUID> ids) {
        couloirs(supplier);
        if (ids.isEmpty()) {
            throw new Refused(Refused.Reason.NOTHING_IMPORTED);
        }
        // one sending at a time, so that the second of two sees what the first has made
        suppliers.lock(supplier.id());
        Map<UUID, Waiting> waiting = waiting(supplier).stream()
                .collect(Collectors.toMap(each -> each.file().id(), Function.identity()));
        List<String> numbers = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            Waiting file = waiting.get(id);
            numbers.add(file == null ? sent(supplier, id) : send(supplier, file));
        }
        return numbers;
    }

    private String sent(Supplier supplier, UUID file) {
        return rows.number(supplier.id(), file).orElseThrow(() -> new Refused(Refused.Reason.FILE_GONE));
    }

    private String send(Supplier supplier, Waiting waiting) {
        TemplateKind kind = waiting.kind();
        Request request = deposit(supplier, kind);
        rows.insert(new DocumentTemplate(
                request.id(),
                supplier.id(),
                kind,
                waiting.file().id(),
                waiting.file().name(),
                null));
        files.attach(
                bucket(supplier, kind),
                supplier.owner(),
                List.of(waiting.file().id()),
                rules(),
                0,
                request.id(),
                Direction.SENT,
                DocumentTemplate.FILE,
                null);
        reasons.keep(request, "Dépôt", List.of(kinds.decision(kind.couloir())));
        supplier.actor().doing(() -> {
            requests.start(request, TemplateProcess.ID);
            return null;
        });
        return request.number();
    }

    private Request deposit(Supplier supplier, TemplateKind kind) {
        try {
            return requests.deposit(
                    new NewRequest(
                            supplier.scope(DocumentTemplate.ESPACE),
                            supplier.account(),
                            supplier.correspondent().name(),
                            kind.label(),
                            supplier.name()),
                    new LastingNumbers(DocumentTemplate.ESPACE, "MOD"));
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }

    /** The templates that were sent, the latest {@link #MOST}, latest first. */
    @Transactional(readOnly = true)
    public List<Past> past(Supplier supplier) {
        couloirs(supplier);
        return rows.past(supplier.id(), MOST);
    }

    /** The file of a template that was sent. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(Supplier supplier, String number) {
        couloirs(supplier);
        return rows.find(supplier.id(), number).flatMap(template -> files.find(template.id(), template.file()));
    }

    private static UUID bucket(Supplier supplier, TemplateKind kind) {
        return UUID.nameUUIDFromBytes(
                (DocumentTemplate.ESPACE + supplier.id() + kind.code()).getBytes(StandardCharsets.UTF_8));
    }
}
