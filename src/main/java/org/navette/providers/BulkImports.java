package org.navette.providers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.Supervisor;
import org.navette.engine.Processes;
import org.navette.portal.EntryWords;
import org.navette.portal.Formats;
import org.navette.providers.BulkBook.Entry;
import org.navette.providers.process.BulkImportProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files by which supervisors register many at once (PROV-18). Every line is judged before anything is written; a file with
 * a wrong line is not taken at all. The lines of a good one are registered in the background, on
 * {@code provider-import.bpmn}.
 */
@Component
@Transactional
public class BulkImports {

    /** Bytes that a file has at most. */
    public static final int LARGEST = 5 * 1024 * 1024;

    /** Lines that a file has at most, its titles not among them. */
    public static final int MOST_LINES = 20_000;

    /** Few enough for a job of some seconds, many enough for few jobs. */
    static final int BATCH = 25;

    private final Map<BulkKind, BulkBook> books = new EnumMap<>(BulkKind.class);
    private final BulkRows rows;
    private final BulkReports reports;
    private final Processes processes;
    private final EntryWords words;
    private final Formats formats;

    BulkImports(
            List<BulkBook> books,
            BulkRows rows,
            BulkReports reports,
            Processes processes,
            EntryWords words,
            Formats formats) {
        books.forEach(book -> this.books.put(book.kind(), book));
        this.rows = rows;
        this.reports = reports;
        this.processes = processes;
        this.words = words;
        this.formats = formats;
    }

    /**
     * Takes a file, or says what is wrong with its lines.
     *
     * @return the report; nothing when the file was taken
     * @throws BulkRefused when it cannot be read line by line, or was taken before
     */
    public Optional<UUID> send(Supervisor supervisor, BulkKind kind, String fileName, byte[] content) {
        byte[] fingerprint = fingerprint(content);
        rows.find(kind, fingerprint).ifPresent(before -> {
            throw taken(before);
        });
        List<BulkLine> lines = BulkSheet.read(kind, content, words);
        List<Entry> entries = book(kind).judge(lines);
        if (!lines.stream().allMatch(BulkLine::isGood)) {
            return Optional.of(reports.keep(supervisor, kind, fileName, lines));
        }
        long id = rows.insert(supervisor, kind, fileName, fingerprint, entries).orElseGet(() -> {
            // sent twice at once
            throw taken(rows.find(kind, fingerprint).orElseThrow());
        });
        processes.start(BulkImportProcess.ID, BulkImportProcess.key(id), Map.of());
        return Optional.empty();
    }

    private BulkRefused taken(BulkImport before) {
        return new BulkRefused(words.of("providers.bulk.file.ALREADY", formats.moment(before.at()), before.by()));
    }

    /**
     * Registers the next lines of a file, in one transaction with the engine's own step: an import that was interrupted
     * goes on where it was.
     *
     * @return how many are left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(long id) {
        BulkImport file = rows.hold(id);
        BulkBook book = book(file.kind());
        List<Entry> waiting = rows.waiting(id, BATCH, book.payload());
        BulkImport after = rows.settle(id, book.register(file.login(), waiting));
        return after.entries() - after.done();
    }

    /** The latest files that were taken. */
    @Transactional(readOnly = true)
    public List<BulkImport> latest(int most) {
        return rows.latest(most);
    }

    @Transactional(readOnly = true)
    public Optional<BulkImport> find(long id) {
        return rows.find(id);
    }

    /** The lines of a file that had become impossible, in their order. */
    @Transactional(readOnly = true)
    public List<BulkImport.RefusedLine> refused(BulkImport file, int most) {
        return rows.refused(file.id(), most);
    }

    private BulkBook book(BulkKind kind) {
        return Optional.ofNullable(books.get(kind)).orElseThrow();
    }

    private static byte[] fingerprint(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
