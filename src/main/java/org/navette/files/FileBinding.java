package org.navette.files;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What changes files, each in one transaction behind one lock: that of the bucket while typing, of the request when bound. */
@Component
class FileBinding {

    private final StoredFiles files;
    private final Clock clock;

    FileBinding(StoredFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Keeps checked content; the count is taken again now that nobody else can add to the bucket. */
    @Transactional
    public StoredFile keep(Upload upload, AttachmentRules rules, int alreadyUsed, Spool content) {
        files.lock("of bucket " + upload.bucket());
        refuseIfFull(upload.bucket(), upload.owner(), rules, alreadyUsed);
        files.sameContent(upload.bucket(), upload.owner(), content.sha256()).ifPresent(known -> {
            throw RefusedFile.of(
                    RefusedFile.Reason.DUPLICATE,
                    upload.name(),
                    known.equals(upload.name())
                            ? "il a déjà été ajouté"
                            : "le même contenu a déjà été ajouté sous le nom «\u00a0" + known + "\u00a0»");
        });
        return files.insert(upload.bucket(), upload.owner(), upload.name(), upload.kind(), upload.charset(), content);
    }

    /** Refuses early what could not be kept anyway. */
    public void refuseIfFull(UUID bucket, String owner, AttachmentRules rules, int alreadyUsed) {
        if (alreadyUsed + files.inBucket(bucket, owner).size() >= rules.maxCount()) {
            throw rules.tooMany(0);
        }
    }

    @Transactional
    public void discard(UUID bucket, String owner, UUID id) {
        files.deleteUnbound(bucket, owner, id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(String owner, String to) {
        files.hand(owner, to);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int used(long requestId, Direction direction, Collection<String> steps) {
        files.lock("of request " + requestId);
        return files.count(requestId, direction, steps);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredFile> attach(
            UUID bucket,
            String owner,
            List<UUID> ids,
            AttachmentRules rules,
            int alreadyUsed,
            long requestId,
            Direction direction,
            String step,
            @Nullable Instant availableUntil) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var distinct = new TreeSet<>(ids);
        if (alreadyUsed + distinct.size() > rules.maxCount()) {
            throw rules.tooMany(rules.maxCount() - alreadyUsed);
        }
        Map<UUID, StoredFile> held = files.hold(bucket, owner, distinct).stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        for (UUID id : distinct) {
            StoredFile file = Optional.ofNullable(held.get(id)).orElseThrow(FileBinding::unknown);
            if (file.direction() != null) {
                throw new RefusedFile(
                        RefusedFile.Reason.ALREADY_SENT, "Un des fichiers a déjà été envoyé avec une autre demande.");
            }
            // the rules can have changed since the upload: another organism, another version of the table
            rules.check(file.name(), file.size());
        }
        // one instant for all, so that they stay in the order of their arrival
        return files.bind(distinct, requestId, direction, step, clock.instant(), availableUntil);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile make(long requestId, Direction direction, String step, String name, String type, byte[] content) {
        StoredFile made = files.insert(name, type, content);
        return files.bind(new TreeSet<>(List.of(made.id())), requestId, direction, step, clock.instant(), null)
                .get(0);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile make(
            long requestId,
            Direction direction,
            String step,
            String name,
            String type,
            Instant availableUntil,
            Spool content) {
        StoredFile made = files.insert(name, type, content);
        return files.bind(
                        new TreeSet<>(List.of(made.id())), requestId, direction, step, clock.instant(), availableUntil)
                .get(0);
    }

    private static RefusedFile unknown() {
        // the same words for a file that is gone and for somebody else's
        return new RefusedFile(
                RefusedFile.Reason.UNKNOWN, "Un des fichiers n’est plus disponible. Ajoutez-le de nouveau.");
    }

    /** An upload whose content has been checked. */
    record Upload(UUID bucket, String owner, String name, FileKind kind, @Nullable String charset) {}
}
