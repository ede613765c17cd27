package org.navette.funding;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.directory.TypedText;
import org.navette.files.Archive;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.forms.Json;
import org.navette.funding.Incompletes.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents of many incomplete requests in one zip, each found by the editor number in its name; a receipt has a verdict for
 * every entry (FUND-12). Each file is bound in a transaction of its own: what was taken stays taken.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Archives {

    private final Incompletes incompletes;
    private final RequestDocuments documents;
    private final FundingDocuments table;
    private final FileStore files;
    private final Json json;
    private final JdbcClient jdbc;
    private final Clock clock;

    Archives(
            Incompletes incompletes,
            RequestDocuments documents,
            FundingDocuments table,
            FileStore files,
            Json json,
            JdbcClient jdbc,
            Clock clock) {
        this.incompletes = incompletes;
        this.documents = documents;
        this.table = table;
        this.files = files;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What becomes of an entry. */
    public enum Verdict {
        ATTACHED("Jointe"),
        UNKNOWN_NUMBER("Numéro inconnu"),
        AMBIGUOUS("Numéro ambigu"),
        UNKNOWN_KIND("Type de pièce inconnu"),
        DUPLICATE("En double"),
        REFUSED("Refusée"),
        IGNORED("Ignorée");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * A line of the receipt.
     *
     * @param entry its path in the archive
     * @param number of the request; empty when none was found
     * @param reason in words
     */
    public record Line(String entry, Verdict verdict, String number, String reason) {

        /** Whoever packed the archive named the entry. */
        public Line {
            entry = TypedText.shown(entry);
        }
    }

    /** What became of an archive. */
    public record Receipt(UUID id, String fileName, Instant at, List<Line> lines) {

        public Receipt {
            lines = List.copyOf(lines);
        }

        /** How many entries have been attached. */
        public long attached() {
            return lines.stream()
                    .filter(line -> line.verdict() == Verdict.ATTACHED)
                    .count();
        }
    }

    /**
     * Takes an archive.
     *
     * @return the id of its receipt
     * @throws RefusedFile when the archive itself is refused; nothing of it is kept then
     */
    public UUID take(Supplier supplier, String name, InputStream content) {
        List<Line> lines = new ArrayList<>();
        try (Archive archive = Archive.of(name, content)) {
            Map<String, List<Row>> byNumber = incompletes.list(supplier, "", null, null, null).stream()
                    .collect(Collectors.groupingBy(row -> row.editorNumber().toLowerCase(Locale.ROOT)));
            Map<RequestType, List<Kind>> kinds = new HashMap<>();
            for (RequestType type : RequestType.values()) {
                kinds.put(type, kinds(type));
            }
            try {
                archive.each(
                        (path, fileName, entry) -> lines.add(line(supplier, path, fileName, entry, byNumber, kinds)));
            } catch (RefusedFile e) {
                lines.add(new Line("…", Verdict.REFUSED, "", e.getMessage()));
            }
        }
        return keep(supplier, name, lines);
    }

    /** A document and the words by which file names tell it. */
    private record Kind(ExpectedDocument document, Set<String> marks) {}

    private List<Kind> kinds(RequestType type) {
        Map<String, Set<String>> marks = table.marks();
        return documents.expected(type).stream()
                .map(document -> new Kind(document, marks.getOrDefault(document.code(), Set.of())))
                .toList();
    }

    private Line line(
            Supplier supplier,
            String path,
            String fileName,
            InputStream content,
            Map<String, List<Row>> byNumber,
            Map<RequestType, List<Kind>> kinds) {
        if (Archive.isSystem(path)) {
            return new Line(path, Verdict.IGNORED, "", "Fichier du système, sans intérêt pour vos demandes.");
        }
        Set<String> tokens = tokens(fileName);
        List<Row> matching = tokens.stream()
                .flatMap(token -> byNumber.getOrDefault(token, List.of()).stream())
                .toList();
        if (matching.isEmpty()) {
            return new Line(
                    path,
                    Verdict.UNKNOWN_NUMBER,
                    "",
                    "Aucune demande incomplète n'a de numéro éditeur qui soit un mot de ce nom.");
        }
        if (matching.size() > 1) {
            return new Line(
                    path,
                    Verdict.AMBIGUOUS,
                    "",
                    "Plusieurs demandes incomplètes correspondent\u00a0: "
                            + matching.stream().map(Row::number).collect(Collectors.joining(", "))
                            + ". Ajoutez la pièce depuis la demande.");
        }
        Row row = matching.get(0);
        List<Kind> possible = kinds.get(row.type());
        Optional<Kind> kind = kind(possible, tokens);
        if (kind.isEmpty()) {
            return new Line(
                    path,
                    Verdict.UNKNOWN_KIND,
                    row.number(),
                    "Le nom doit dire de quelle pièce il s'agit\u00a0: "
                            + possible.stream()
                                    .map(each -> each.document().label() + " (" + String.join(", ", each.marks()) + ")")
                                    .collect(Collectors.joining(" ou "))
                            + ".");
        }
        return attach(
                supplier, path, fileName, content, row.number(), kind.get().document());
    }

    private static Optional<Kind> kind(List<Kind> possible, Set<String> tokens) {
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        List<Kind> told = possible.stream()
                .filter(kind -> kind.marks().stream().anyMatch(tokens::contains))
                .toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    private Line attach(
            Supplier supplier,
            String path,
            String fileName,
            InputStream content,
            String number,
            ExpectedDocument document) {
        RequestDocuments.Found found = documents.find(supplier, number).orElseThrow();
        if (found.of(document).stream().anyMatch(file -> file.name().equals(fileName))) {
            return new Line(path, Verdict.DUPLICATE, number, "Une pièce de ce nom est déjà jointe à la demande.");
        }
        try {
            files.upload(
                    documents.bucket(number, document.code()),
                    supplier.owner(),
                    documents.rules(),
                    found.of(document).size(),
                    fileName,
                    content);
            if (!documents.take(supplier, number, document)) {
                return new Line(path, Verdict.REFUSED, number, "La demande n'est plus incomplète.");
            }
            return new Line(path, Verdict.ATTACHED, number, document.label() + ".");
        } catch (RefusedFile e) {
            return e.reason() == RefusedFile.Reason.DUPLICATE
                    ? new Line(path, Verdict.DUPLICATE, number, e.getMessage())
                    : new Line(path, Verdict.REFUSED, number, e.getMessage());
        }
    }

    /** The words of a name without its extension, in lower case. */
    private static Set<String> tokens(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String base = (dot < 0 ? fileName : fileName.substring(0, dot)).toLowerCase(Locale.ROOT);
        return Arrays.stream(base.split("[^a-z0-9]+"))
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toSet());
    }

    private UUID keep(Supplier supplier, String name, List<Line> lines) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into funding_receipt (id, supplier_id, file_name, at, lines) values (?, ?, ?, ?, ?::jsonb)")
                .params(id, supplier.id(), name, Timestamp.from(clock.instant()), json.write(lines))
                .update();
        return id;
    }

    /** A receipt of the supplier. */
    public Optional<Receipt> receipt(Supplier supplier, UUID id) {
        return jdbc.sql("select * from funding_receipt where supplier_id = ? and id = ?")
                .params(supplier.id(), id)
                .query((row, index) -> new Receipt(
                        id,
                        row.getString("file_name"),
                        row.getTimestamp("at").toInstant(),
                        List.of(json.read(row.getString("lines"), Line[].class))))
                .optional();
    }
}
