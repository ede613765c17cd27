package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.directory.FrenchPhone;
import org.navette.directory.TypedDay;
import org.navette.funding.ModifiablePart.Item;
import org.navette.funding.ModifiablePart.Kind;
import org.navette.funding.ModifiablePart.Shape;
import org.navette.portal.Euros;

/**
 * What the page of a modification holds: texts by the names of {@link ModifiablePart}, {@code beneficiaires.0.nom}. Rows are
 * numbered from 0 without a gap: those in which nothing is typed are gone.
 */
public record TypedDeclaration(Map<String, String> texts) {

    /** One more than any list may have, so that too many are told. */
    private static final int MOST_ROWS = 501;

    private static final String TICKED = "true";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    public TypedDeclaration {
        texts = Map.copyOf(texts);
    }

    /** What is typed; empty when nothing is. */
    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** True for a box that is ticked. */
    public boolean isTicked(String name) {
        return text(name).equals(TICKED);
    }

    /** How many rows of a part hold something. */
    public int rows(ModifiablePart part) {
        int rows = 0;
        while (hasRow(part, rows)) {
            rows++;
        }
        return rows;
    }

    private boolean hasRow(ModifiablePart part, int row) {
        return part.items().stream()
                .anyMatch(item ->
                        item.kind() != Kind.TICK && !text(part.name(row, item)).isBlank());
    }

    /** What the page begins with. */
    static TypedDeclaration of(List<ModifiablePart> parts, JsonNode request) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ModifiablePart part : parts) {
            JsonNode place = place(request, part);
            if (part.shape() == Shape.ROWS) {
                for (int row = 0; row < place.size(); row++) {
                    for (Item item : part.items()) {
                        texts.put(part.name(row, item), written(item, place.get(row)));
                    }
                }
            } else {
                part.items().forEach(item -> texts.put(part.name(item), written(item, place)));
            }
        }
        return new TypedDeclaration(texts);
    }

    private static JsonNode place(JsonNode request, ModifiablePart part) {
        return part.path().isEmpty() ? request : request.at("/" + part.path().replace('.', '/'));
    }

    private static String written(Item item, JsonNode object) {
        JsonNode value = object.path(item.property());
        return switch (item.kind()) {
            case DAY -> DAY.format(LocalDate.parse(value.textValue()));
            case AMOUNT -> Euros.of(value.decimalValue()).replace("\u00a0€", "");
            default -> value.asText();
        };
    }

    /** What was sent for these parts; everything else that was sent is left out. */
    static TypedDeclaration posted(List<ModifiablePart> parts, Map<String, String> posted) {
        Map<String, String> texts = new LinkedHashMap<>();
        var all = new TypedDeclaration(posted);
        for (ModifiablePart part : parts) {
            if (part.shape() == Shape.ROWS) {
                int kept = 0;
                for (int row : rowsOf(part, posted)) {
                    if (kept < MOST_ROWS && all.hasRow(part, row)) {
                        for (Item item : part.items()) {
                            texts.put(part.name(kept, item), all.text(part.name(row, item)));
                        }
                        kept++;
                    }
                }
            } else {
                part.items().forEach(item -> texts.put(part.name(item), all.text(part.name(item))));
            }
        }
        return new TypedDeclaration(texts);
    }

    private static SortedSet<Integer> rowsOf(ModifiablePart part, Map<String, String> posted) {
        Pattern name = Pattern.compile(Pattern.quote(part.path()) + "\\.(\\d{1,4})\\.\\w+");
        SortedSet<Integer> rows = new TreeSet<>();
        for (String posting : posted.keySet()) {
            Matcher matcher = name.matcher(posting);
            if (matcher.matches()) {
                rows.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return rows;
    }

    /** Writes the parts, and nothing else, over a request. */
    ObjectNode over(List<ModifiablePart> parts, ObjectNode request) {
        ObjectNode changed = request.deepCopy();
        for (ModifiablePart part : parts) {
            switch (part.shape()) {
                case PROPERTIES ->
                    part.items().forEach(item -> put((ObjectNode) place(changed, part), item, text(part.name(item))));
                case OPTIONAL -> {
                    changed.remove(part.path());
                    if (part.items().stream()
                            .anyMatch(item -> !text(part.name(item)).isBlank())) {
                        ObjectNode object = changed.putObject(part.path());
                        part.items().forEach(item -> put(object, item, text(part.name(item))));
                    }
                }
                case ROWS -> {
                    int dot = part.path().lastIndexOf('.');
                    ObjectNode parent = dot < 0
                            ? changed
                            : (ObjectNode) changed.get(part.path().substring(0, dot));
                    ArrayNode list = parent.putArray(part.path().substring(dot + 1));
                    for (int row = 0; row < rows(part); row++) {
                        ObjectNode object = list.addObject();
                        for (Item item : part.items()) {
                            put(object, item, text(part.name(row, item)));
                        }
                    }
                }
            }
        }
        return changed;
    }

    private static void put(ObjectNode object, Item item, String typed) {
        JsonNode value = value(item.kind(), typed.strip());
        if (value == null) {
            object.remove(item.property());
        } else {
            object.set(item.property(), value);
        }
    }

    /** What cannot be read is written as it was typed: the check of the file refuses it. */
    private static @Nullable JsonNode value(Kind kind, String typed) {
        if (kind == Kind.TICK) {
            return BooleanNode.valueOf(typed.equals(TICKED));
        }
        if (typed.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case DAY ->
                TextNode.valueOf(TypedDay.of(typed).map(LocalDate::toString).orElse(typed));
            case AMOUNT -> {
                Optional<BigDecimal> amount = Euros.typed(typed);
                yield amount.isPresent() ? DecimalNode.valueOf(amount.get()) : TextNode.valueOf(typed);
            }
            case PHONE -> TextNode.valueOf(FrenchPhone.plain(typed));
            case NUMBER -> TextNode.valueOf(typed.replaceAll("[\\h.]", "").toUpperCase(Locale.ROOT));
            default -> JsonNodeFactory.instance.textNode(typed);
        };
    }
}
