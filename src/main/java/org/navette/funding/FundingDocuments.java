package org.navette.funding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.springframework.stereotype.Component;

/** Which documents go with what: decision {@code funding-documents}. */
@Component
public class FundingDocuments {

    /** The decision. */
    public static final String TABLE = "funding-documents";

    /** What the step of a file begins with: {@code document.RIB}. */
    private static final String STEP = "document.";

    private static final Comparator<Map<String, Object>> BY_POSITION =
            Comparator.comparingInt(row -> ((Number) row.getOrDefault("position", 0)).intValue());

    private final Decisions decisions;

    FundingDocuments(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What documents can go with. */
    public enum Subject {
        ENROLMENT,
        AVANCE,
        SOLDE,
        BANK_DETAILS,
        /** other names of the representative or of the applicant */
        PERSONS,
        /** their addresses or phones alone */
        CONTACT_DETAILS
    }

    /** A document is required, or may be given. */
    public enum Requirement {
        REQUIRED,
        OPTIONAL
    }

    /**
     * The documents, in order.
     *
     * @param mandated whether somebody asks on the company's mandate
     */
    public List<ExpectedDocument> of(Subject subject, boolean mandated) {
        return decision(subject, mandated).results().stream()
                .sorted(BY_POSITION)
                .map(row -> new ExpectedDocument(
                        text(row, "document"),
                        text(row, "label"),
                        text(row, "requirement").equals(Requirement.REQUIRED.name())))
                .toList();
    }

    /** One of them. */
    public Optional<ExpectedDocument> find(Subject subject, boolean mandated, String code) {
        return of(subject, mandated).stream()
                .filter(document -> document.code().equals(code))
                .findFirst();
    }

    /** The words by which the names of files tell documents apart, by the document's code, in lower case (FUND-12). */
    Map<String, Set<String>> marks() {
        Map<String, Set<String>> marks = new HashMap<>();
        for (Subject subject : List.of(Subject.AVANCE, Subject.SOLDE)) {
            decision(subject, false)
                    .results()
                    .forEach(row -> marks.put(
                            text(row, "document"),
                            Arrays.stream(text(row, "marks")
                                            .toLowerCase(Locale.ROOT)
                                            .split("[^a-z0-9]+"))
                                    .filter(mark -> !mark.isEmpty())
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }
        return marks;
    }

    /** The rows that say so, to be kept with the request. */
    Decision decision(Subject subject, boolean mandated) {
        return decisions.evaluate(TABLE, Map.of("object", subject.name(), "mandated", mandated));
    }

    /** Where the files of a document go while the form or draft with this key is being typed. */
    public static UUID bucket(UUID key, String code) {
        return UUID.nameUUIDFromBytes((key + "/" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** What a file of this document is kept with. */
    static String step(String code) {
        return STEP + code;
    }

    /** What files are called, by their step. */
    static Map<String, String> labels(List<ExpectedDocument> documents) {
        return documents.stream()
                .collect(Collectors.toMap(
                        document -> step(document.code()), ExpectedDocument::label, (one, two) -> one));
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
