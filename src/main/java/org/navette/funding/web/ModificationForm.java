package org.navette.funding.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.ModifiablePart;
import org.navette.funding.ModifiablePart.Item;
import org.navette.funding.ModifiablePart.Kind;
import org.navette.funding.ModifiablePart.Shape;
import org.navette.funding.TypedDeclaration;

/**
 * The fields of the page of a modification, for {@code funding/modification}.
 *
 * @param summary what is wrong, in the order of the page, by the ids of what it is about; by an empty id what is about
 *     none
 */
record ModificationForm(List<Section> sections, Map<String, String> summary) {

    /** How many rows can be filled in beside those that hold something. */
    private static final int BLANK = 2;

    /**
     * One part of the request.
     *
     * @param id what a message about all of it leads to
     * @param single true when its one field says what it is
     * @param more what can be added; null when it has no rows
     */
    record Section(
            String id,
            String title,
            @Nullable String hint,
            boolean single,
            @Nullable String more,
            @Nullable String error,
            List<Row> rows) {}

    /**
     * Fields that belong together.
     *
     * @param title null when the section's is enough
     */
    record Row(@Nullable String title, List<Input> inputs) {}

    /** One field. */
    record Input(String id, Item item, String value, boolean ticked, @Nullable String error) {}

    static ModificationForm of(List<ModifiablePart> parts, TypedDeclaration typed, Map<String, String> errors) {
        Map<String, String> summary = new LinkedHashMap<>();
        if (errors.containsKey("")) {
            summary.put("", errors.get(""));
        }
        List<Section> sections = new ArrayList<>();
        for (ModifiablePart part : parts) {
            boolean single = part.shape() == Shape.PROPERTIES
                    && part.items().size() == 1
                    && part.path().isEmpty();
            String error = single ? null : errors.get(part.anchor());
            if (error != null) {
                summary.put(part.anchor(), error);
            }
            sections.add(new Section(
                    part.anchor(),
                    part.field().label(),
                    hint(part),
                    single,
                    part.shape() == Shape.ROWS ? part.one().toLowerCase(Locale.FRENCH) : null,
                    error,
                    rows(part, typed, errors, summary)));
        }
        return new ModificationForm(sections, summary);
    }

    private static @Nullable String hint(ModifiablePart part) {
        return switch (part.shape()) {
            case PROPERTIES -> null;
            case OPTIONAL -> "Obligatoire pour plusieurs bénéficiaires. Pour le retirer, videz tous ses champs.";
            case ROWS ->
                "Pour en retirer un, videz tous ses champs. Pour en ajouter, remplissez les lignes vides."
                        + oneNumber(part);
        };
    }

    /** Where there are several kinds of number, each beneficiary has one of them. */
    private static String oneNumber(ModifiablePart part) {
        List<String> numbers = part.field() == Field.BENEFICIARIES
                ? part.items().stream()
                        .filter(item -> item.kind() == Kind.NUMBER)
                        .map(item -> item.label().replace("Numéro", "numéro"))
                        .toList()
                : List.of();
        return numbers.size() > 1 ? " Donnez un seul numéro à chacun\u00a0: " + String.join(" ou ", numbers) + "." : "";
    }

    private static List<Row> rows(
            ModifiablePart part, TypedDeclaration typed, Map<String, String> errors, Map<String, String> summary) {
        List<Row> rows = new ArrayList<>();
        if (part.shape() != Shape.ROWS) {
            List<Input> inputs = part.items().stream()
                    .map(item -> input(part.name(item), item, typed, errors))
                    .toList();
            rows.add(new Row(null, inputs));
            tell("", inputs, summary);
            return rows;
        }
        int filled = typed.rows(part);
        for (int i = 0; i < filled + BLANK; i++) {
            int row = i;
            List<Input> inputs = part.items().stream()
                    .map(item -> input(part.name(row, item), item, typed, errors))
                    .toList();
            String title = i < filled ? part.one() + " " + (i + 1) : part.one() + " à ajouter";
            rows.add(new Row(title, inputs));
            tell(title + ", ", inputs, summary);
        }
        return rows;
    }

    private static Input input(String id, Item item, TypedDeclaration typed, Map<String, String> errors) {
        return new Input(id, item, typed.text(id), typed.isTicked(id), errors.get(id));
    }

    private static void tell(String row, List<Input> inputs, Map<String, String> summary) {
        for (Input input : inputs) {
            if (input.error() != null) {
                summary.put(input.id(), row + input.item().label() + "\u00a0: " + input.error());
            }
        }
    }
}
