package org.navette.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.springframework.stereotype.Component;

/**
 * Takes files in while a form is being typed, binds them to a request when it is sent, and finds them again. A
 * <em>bucket</em> is the form being typed (its submission id); the <em>owner</em> is who types, as the espace writes it
 * ({@code partners:<account id>}). Files that are never bound are purged after 24 hours.
 */
@Component
public class FileStore {

    private final Decisions decisions;
    private final FileBinding binding;
    private final StoredFiles files;
    private final ContentCheck check;
    private final Antivirus antivirus;
    private final UncheckedFiles unchecked;

    FileStore(
            Decisions decisions,
            FileBinding binding,
            StoredFiles files,
            ContentCheck check,
            Antivirus antivirus,
            UncheckedFiles unchecked) {
        this.decisions = decisions;
        this.binding = binding;
        this.files = files;
        this.check = check;
        this.antivirus = antivirus;
        this.unchecked = unchecked;
    }

    /**
     * The rules of a context: decision {@code attachment-rules}, latest version.
     *
     * @param context {@code partners.<offer>}, {@code partners.complete}, {@code partners.follow-up},
     *     {@code partners.answer}, {@code procedures.document}, {@code procedures.result}, {@code funding.support},
     *     {@code funding.request}, {@code funding.answer}
     * @param organism code of the organism
     * @throws IllegalStateException when no rule matches or the table's answer cannot be used
     */
    public AttachmentRules rules(String context, String organism) {
        return RuleRow.read(why(context, organism));
    }

    /** What the table answers for a context, to be kept with what it allowed. */
    public Decision why(String context, String organism) {
        return decisions.evaluate("attachment-rules", Map.of("context", context, "organism", organism));
    }

    /**
     * Checks a file and keeps it in a bucket. The content is read once, into a temporary file that is gone when this
     * method returns; then comes a short transaction (the caller's own when there is one, which is better avoided).
     *
     * @param alreadyUsed places of {@code rules.maxCount()} taken by files that are bound already
     * @param originalName as the browser sent it
     * @param content read to its end, or until it is too long; closed by the caller
     * @throws RefusedFile when the file breaks a rule; the message is for the person
     * @throws UncheckedIOException when the upload cannot be read to its end
     */
    public StoredFile upload(
            UUID bucket,
            String owner,
            AttachmentRules rules,
            int alreadyUsed,
            String originalName,
            InputStream content) {
        try {
            return take(bucket, owner, rules, alreadyUsed, originalName, content);
        } catch (RefusedFile e) {
            throw rules.said(e);
        }
    }

    private StoredFile take(
            UUID bucket,
            String owner,
            AttachmentRules rules,
            int alreadyUsed,
            String originalName,
            InputStream content) {
        String name = FileName.clean(originalName);
        rules.check(name, 0);
        FileKind kind = FileKind.ofExtension(FileName.extension(name))
                .orElseThrow(() -> new IllegalStateException("rules offer an extension that has no check: " + name));
        binding.refuseIfFull(bucket, owner, rules, alreadyUsed);
        try (Spool spool = Spool.of(content, rules.maxBytes())) {
            if (spool.size() == 0) {
                throw RefusedFile.of(RefusedFile.Reason.EMPTY, name, "il est vide");
            }
            String charset = check.check(name, kind, rules, spool);
            look(name, spool);
            return binding.keep(new FileBinding.Upload(bucket, owner, name, kind, charset), rules, alreadyUsed, spool);
        } catch (Spool.TooLong e) {
            throw rules.tooLarge(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(String name, Spool spool) {
        try {
            antivirus.check(name, spool);
        } catch (RefusedFile e) {
            if (e.reason() == RefusedFile.Reason.ANTIVIRUS_UNAVAILABLE) {
                unchecked.add();
            }
            throw e;
        }
    }

    /** Files of a bucket that are not bound yet, in the order of their arrival; empty for somebody else's bucket. */
    public List<StoredFile> inBucket(UUID bucket, String owner) {
        return files.inBucket(bucket, owner);
    }

    /** The same of many buckets, by bucket; those without files are left out. */
    public Map<UUID, List<StoredFile>> inBuckets(Collection<UUID> buckets, String owner) {
        return files.inBuckets(buckets, owner);
    }

    /** A file of a bucket that is not bound yet. */
    public Optional<StoredFile> findInBucket(UUID bucket, String owner, UUID fileId) {
        return inBucket(bucket, owner).stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst();
    }

    /** Deletes a file that is not bound yet; does nothing when it is bound, unknown or somebody else's. */
    public void discard(UUID bucket, String owner, UUID fileId) {
        binding.discard(bucket, owner, fileId);
    }

    /**
     * Counts the files of a request that came one way with some steps, for {@code alreadyUsed}, and keeps others from
     * adding files to this request until the caller's transaction ends. Whoever counts another way must hold the
     * request's row first: a count taken before a lock is a guess.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public int used(long requestId, Direction direction, Collection<String> steps) {
        return binding.used(requestId, direction, steps);
    }

    /**
     * Binds uploaded files to a request, inside the caller's transaction. The caller holds the request's row (or has
     * just inserted it), or has counted with {@link #used}: {@code alreadyUsed} must still be true here.
     *
     * @param ids files of this bucket and owner; a file named twice is bound once
     * @param step what the files came with, in the words of the espace ({@code deposit}, {@code complete}…)
     * @param availableUntil after this instant the content is removed; null for no end
     * @return the files that were bound, in the order of their arrival
     * @throws RefusedFile when there are too many, or one is unknown, somebody else's, bound already or against the
     *     rules; the caller rolls back
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
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
        try {
            return binding.attach(bucket, owner, ids, rules, alreadyUsed, requestId, direction, step, availableUntil);
        } catch (RefusedFile e) {
            throw rules.said(e);
        }
    }

    /**
     * Keeps a file that the application itself has made, bound to a request, inside the caller's transaction.
     *
     * @param direction who it is for: {@code RECEIVED} for who filed the request, {@code INTERNAL} for agents alone
     * @param step what the file is, in the words of the espace
     * @param type media type of the content
     * @param content not empty
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public StoredFile make(long requestId, Direction direction, String step, String name, String type, byte[] content) {
        return binding.make(requestId, direction, step, name, type, content);
    }

    /**
     * The same for a content of any length, which is written to a temporary file first.
     *
     * @param availableUntil after this instant the content is removed
     */
    public StoredFile make(
            long requestId,
            Direction direction,
            String step,
            String name,
            String type,
            Instant availableUntil,
            Written content)
            throws IOException {
        try (Spool spool = Spool.of(content)) {
            return binding.make(requestId, direction, step, name, type, availableUntil, spool);
        }
    }

    /** Writes a content. */
    @FunctionalInterface
    public interface Written {

        /** @param out not to be closed */
        void to(OutputStream out) throws IOException;
    }

    /** A file's content, read one chunk at a time; who may read it has been decided by the caller. */
    public InputStream open(StoredFile file) {
        return files.content(file).getInputStream();
    }

    /**
     * Makes all files of an owner that are not bound yet another owner's, inside the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public void hand(String owner, String to) {
        binding.hand(owner, to);
    }

    /** Files of a request, oldest first, with those whose content was removed. */
    public List<StoredFile> of(long requestId) {
        return files.of(requestId);
    }

    /** A file of this request; nothing when it is another request's. */
    public Optional<StoredFile> find(long requestId, UUID fileId) {
        return files.find(requestId, fileId);
    }
}
