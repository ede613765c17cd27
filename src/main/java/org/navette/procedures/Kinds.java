package org.navette.procedures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.navette.procedures.Kind.Effect;
import org.navette.procedures.Kind.ExpectedDocument;
import org.navette.procedures.Kind.Step;
import org.springframework.stereotype.Component;

/**
 * The kinds of request (PROC-06): decisions {@code procedure-kinds}, {@code procedure-documents} and
 * {@code procedure-steps}.
 */
@Component
public class Kinds {

    /** Which kinds a person may ask for. */
    public static final String KINDS = "procedure-kinds";

    /** Which documents go with a kind. */
    public static final String DOCUMENTS = "procedure-documents";

    /** Which steps a kind has. */
    public static final String STEPS = "procedure-steps";

    private static final Comparator<Map<String, Object>> BY_POSITION =
            Comparator.comparingInt(row -> ((Number) row.getOrDefault("position", 0)).intValue());

    private final Decisions decisions;

    Kinds(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What a person may ask for, in order; nothing for who only reads. */
    public List<Kind> of(Office office) {
        return office.canAct() ? of(office.member().standing()) : List.of();
    }

    /** A kind that a person may ask for. */
    public Optional<Kind> find(Office office, String kind) {
        return of(office).stream().filter(each -> each.id().equals(kind)).findFirst();
    }

    /** The titles of all kinds, in order. */
    public List<String> titles() {
        return all().stream().map(Kind::title).toList();
    }

    /** The title of a kind, whoever asks; "Demande" when its row is gone. */
    public String title(String kind) {
        return find(kind).map(Kind::title).orElse("Demande");
    }

    /** All kinds that there are. */
    List<Kind> all() {
        return of(Standing.RESPONSIBLE);
    }

    /** A kind as the tables have it now, whoever asks; nothing when its row is gone. */
    Optional<Kind> find(String kind) {
        return of(Standing.RESPONSIBLE).stream()
                .filter(each -> each.id().equals(kind))
                .findFirst();
    }

    /** Why a person could ask for a kind, and what was expected: the rows that say so. */
    List<Decision> why(Office office, String kind) {
        return List.of(
                decisions
                        .evaluate(
                                KINDS,
                                Map.of("standing", office.member().standing().name()))
                        .only(row -> kind.equals(row.get("kind"))),
                decisions.evaluate(DOCUMENTS, Map.of("kind", kind)),
                decisions.evaluate(STEPS, Map.of("kind", kind)));
    }

    private List<Kind> of(Standing standing) {
        return rows(KINDS, Map.of("standing", standing.name())).stream()
                .map(row -> kind(row, text(row, "kind")))
                .toList();
    }

    private Kind kind(Map<String, Object> row, String id) {
        return new Kind(
                id,
                text(row, "title"),
                text(row, "introduction"),
                Effect.valueOf(text(row, "effect")),
                rows(DOCUMENTS, Map.of("kind", id)).stream()
                        .map(document -> new ExpectedDocument(
                                text(document, "document"),
                                text(document, "label"),
                                text(document, "requirement").equals(ExpectedDocument.Requirement.REQUIRED.name())))
                        .toList(),
                rows(STEPS, Map.of("kind", id)).stream()
                        .map(step -> new Step(
                                text(step, "step"),
                                text(step, "title"),
                                text(step, "form"),
                                text(step, "personForm"),
                                text(step, "person"),
                                text(step, "people"),
                                text(step, "completeness").equals(Step.Completeness.COMPLETE.name())))
                        .toList());
    }

    private List<Map<String, Object>> rows(String table, Map<String, Object> inputs) {
        return decisions.evaluate(table, inputs).results().stream()
                .sorted(BY_POSITION)
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
