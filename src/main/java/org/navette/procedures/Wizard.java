package org.navette.procedures;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.files.StoredFile;
import org.navette.procedures.Completeness.Checked;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Kind.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Preparing a request step by step (PROC-07), or the corrections to one (PROC-12): what may be changed is decided here,
 * for the pages and for what comes without them.
 */
@Component
@Transactional
public class Wizard {

    private final Drafts drafts;
    private final DraftBuckets buckets;
    private final Kinds kinds;
    private final Completeness completeness;
    private final ProcedureRows rows;

    Wizard(Drafts drafts, DraftBuckets buckets, Kinds kinds, Completeness completeness, ProcedureRows rows) {
        this.drafts = drafts;
        this.buckets = buckets;
        this.kinds = kinds;
        this.completeness = completeness;
        this.rows = rows;
    }

    /**
     * A draft with all that its pages show.
     *
     * @param asked what is to be corrected; null for a new request
     * @param number of the request that is corrected; null for a new one
     * @param content of the draft; in corrections, with the request's own where nothing may be changed
     * @param files by document
     */
    public record Preparation(
            Draft draft,
            Kind kind,
            @Nullable Asked asked,
            @Nullable String number,
            Content content,
            Checked checked,
            Map<String, List<StoredFile>> files) {

        /** True when the step may be changed. */
        public boolean opens(String step) {
            return asked == null || asked.opens(step);
        }

        /** True when files of the document may be added. */
        public boolean opensDocument(String document) {
            return asked == null || asked.documents().contains(document);
        }

        /** The files of a document. */
        public List<StoredFile> files(String document) {
            return files.getOrDefault(document, List.of());
        }
    }

    /** A draft of the company; nothing when there is none, or its kind is not offered any more. */
    @Transactional(readOnly = true)
    public Optional<Preparation> of(Office office, UUID id) {
        return drafts.find(office, id).flatMap(draft -> preparation(office, draft));
    }

    /** The same, locked until the end of the transaction. */
    Optional<Preparation> lock(Office office, UUID id) {
        return drafts.lock(office, id).flatMap(draft -> preparation(office, draft));
    }

    private Optional<Preparation> preparation(Office office, Draft draft) {
        return kind(office, draft).map(kind -> {
            Map<String, List<StoredFile>> files = drafts.files(office, draft.id());
            Set<String> provided = files.entrySet().stream()
                    .filter(document -> !document.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (draft.corrects() == null) {
                return new Preparation(
                        draft,
                        kind,
                        null,
                        null,
                        draft.content(),
                        completeness.check(office, kind, draft.content(), provided, null),
                        files);
            }
            ProcedureRequest own = rows.get(draft.corrects());
            Asked asked = own.asked() == null ? new Asked(Set.of(), Set.of(), "") : own.asked();
            Content content = merged(own.content(), draft.content(), asked, kind);
            return new Preparation(
                    draft,
                    kind,
                    asked,
                    rows.number(draft.corrects()),
                    content,
                    completeness.check(office, kind, content, provided, asked),
                    files);
        });
    }

    private Optional<Kind> kind(Office office, Draft draft) {
        return draft.isCorrection() ? kinds.find(draft.kind()) : kinds.find(office, draft.kind());
    }

    /** What was sent, but for the steps that may be changed. */
    private static Content merged(Content sent, Content draft, Asked asked, Kind kind) {
        Content merged = sent;
        for (Step step : kind.steps()) {
            if (asked.opens(step.id())) {
                merged = merged.taking(step.id(), draft);
            }
        }
        return merged;
    }

    /**
     * Keeps the answers of a step as they were typed, right or wrong.
     *
     * @return the draft's version now
     * @throws Refused when the step may not be changed
     * @throws ChangedElsewhere when another page has saved since
     */
    public long save(Office office, UUID id, String step, Map<String, Object> typed, long version) {
        open(office, id, step);
        return drafts.save(office, id, step, typed, version);
    }

    /**
     * Keeps a person of a step's list.
     *
     * @param typed checked before against the list's form
     */
    public long save(Office office, UUID id, String step, Person typed, long version) {
        open(office, id, step);
        return drafts.save(office, id, step, typed, version);
    }

    /** Takes a person out of a step's list. */
    public long remove(Office office, UUID id, String step, UUID person, long version) {
        open(office, id, step);
        return drafts.remove(office, id, step, person, version);
    }

    /** Where files of a document go; refused where none may be added. */
    public UUID bucket(Office office, UUID id, String document) {
        Preparation preparation = of(office, id).orElseThrow();
        preparation.kind().document(document).orElseThrow();
        if (!preparation.opensDocument(document)) {
            throw new Refused(Refused.Reason.LOCKED_STEP);
        }
        return drafts.bucket(office, id, document);
    }

    /** Where files of each document go that files may be added to, by document; none when the draft is gone. */
    Map<String, UUID> buckets(Preparation preparation) {
        List<String> open = preparation.kind().documents().stream()
                .map(Kind.ExpectedDocument::id)
                .filter(preparation::opensDocument)
                .distinct()
                .toList();
        return buckets.of(preparation.draft().id(), open);
    }

    private void open(Office office, UUID id, String step) {
        office.mustAct();
        Draft draft = drafts.find(office, id).orElseThrow();
        Kind kind = kind(office, draft).orElseThrow();
        if (step.equals(Draft.VALIDATION)) {
            return;
        }
        if (kind.step(step).isEmpty()) {
            throw new NoSuchElementException(step);
        }
        if (draft.corrects() != null) {
            Asked asked = rows.get(draft.corrects()).asked();
            if (asked == null || !asked.opens(step)) {
                throw new Refused(Refused.Reason.LOCKED_STEP);
            }
        }
    }
}
