package org.navette.funding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedText;

/**
 * Reads the JSON of one file into a tree that is safe to look at, whatever the file holds: neither deep nor large, no
 * number that takes time to compute with, no text that takes time to match. What does not fit is told and left out.
 */
final class JsonReading {

    static final int DEEPEST = 20;
    static final int LONGEST_TEXT = 1000;
    static final int LONGEST_NUMBER = 30;
    /** the list that can be the longest is that of the beneficiaries; one more shows that there are too many */
    static final int LONGEST_LIST = 501;

    static final int MOST_PROPERTIES = 50;
    static final int MOST_VALUES = 600_000;

    static final JsonFactory JSON = JsonFactory.builder()
            // names are the author's: nothing of them is remembered from one file to the next
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 1)
                    .maxNameLength(LONGEST_TEXT)
                    // longer ones are told with their place, below
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final Findings findings;
    private final Map<String, Integer> longLists = new HashMap<>();
    private int values;

    private JsonReading(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param root what the file holds
     * @param longLists how long the lists really are of which not all was read, by pointer
     */
    record Read(JsonNode root, Map<String, Integer> longLists) {}

    /** Null when the text is no JSON, which has been told then. */
    static @Nullable Read read(String text, Findings findings) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonReading reading = new JsonReading(parser, findings);
            parser.nextToken();
            JsonNode root = reading.value("", 1);
            if (parser.nextToken() != null) {
                findings.error(
                        "",
                        parser.currentTokenLocation().getLineNr(),
                        French.say("Le fichier continue après sa dernière accolade."),
                        French.say("Un seul objet JSON par fichier."));
                return null;
            }
            return new Read(root, reading.longLists);
        } catch (StreamConstraintsException | TooMuch e) {
            findings.error("", line(e), bound(e), French.say("Un fichier construit comme les exemples publiés."));
        } catch (JsonProcessingException e) {
            NotJson.tell(e, findings);
        } catch (IOException e) {
            // the text is in memory
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** The file has more than one that anybody writes. */
    private static final class TooMuch extends JsonProcessingException {

        TooMuch(String message, JsonParser parser) {
            super(message, parser.currentTokenLocation());
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static String bound(JsonProcessingException e) {
        if (e instanceof TooMuch) {
            return e.getOriginalMessage();
        }
        return e.getOriginalMessage().contains("nesting depth")
                ? French.say("Le fichier imbrique plus de %d niveaux.", DEEPEST)
                : French.say("Le fichier a un nom de propriété de plus de %d caractères.", LONGEST_TEXT);
    }

    /** The value that begins with the current token. */
    private JsonNode value(String pointer, int depth) throws IOException {
        if (++values > MOST_VALUES) {
            throw new TooMuch(French.say("Le fichier contient plus de %,d valeurs.", MOST_VALUES), parser);
        }
        if (depth > DEEPEST) {
            throw new TooMuch(French.say("Le fichier imbrique plus de %d niveaux.", DEEPEST), parser);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> list(pointer, depth);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(pointer);
            case VALUE_STRING -> text(pointer);
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            default -> NullNode.getInstance();
        };
    }

    private JsonNode object(String pointer, int depth) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (lines.size() == MOST_PROPERTIES && !lines.containsKey(name)) {
                skip();
                tooMany(pointer, line);
                continue;
            }
            String place = pointer + "/" + escape(name);
            Integer before = lines.putIfAbsent(name, line);
            if (before == null) {
                object.set(name, value(place, depth + 1));
            } else {
                findings.error(
                        place,
                        line,
                        French.say(
                                "La propriété « %s » est écrite deux fois : lignes %d et %d.",
                                French.quote(name), before, line),
                        French.say("Chaque propriété une seule fois."));
                skip();
            }
        }
        return object;
    }

    private void tooMany(String pointer, int line) {
        findings.spoiled(
                pointer,
                line,
                French.say("Un objet a plus de %d propriétés.", MOST_PROPERTIES),
                French.say("Les seules propriétés du schéma."));
    }

    private JsonNode list(String pointer, int depth) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (size < LONGEST_LIST) {
                list.add(value(pointer + "/" + size, depth + 1));
            } else {
                skip();
            }
            size++;
        }
        if (size > LONGEST_LIST && longLists.size() < MOST_PROPERTIES) {
            longLists.put(pointer, size);
        }
        return list;
    }

    private void skip() throws IOException {
        parser.skipChildren();
    }

    private JsonNode text(String pointer) throws IOException {
        String text = parser.getText();
        if (text.length() > LONGEST_TEXT) {
            findings.spoiled(
                    pointer,
                    line(),
                    French.say("Un texte a %,d caractères. Reçu : %s", text.length(), French.quote(text)),
                    French.say("Un texte de la longueur que dit la documentation."));
            return NullNode.getInstance();
        }
        // other control characters are told by the schema, which knows the property
        if (!TypedText.isLines(text.replaceAll("[\\u0001-\\u001f\\u007f]", ""))) {
            findings.spoiled(
                    pointer,
                    line(),
                    French.say(
                            "Un texte contient un caractère qui n'existe pas, ou qui ne se voit pas. Reçu : %s",
                            French.quote(text)),
                    French.say("Un texte en UTF-8, sans changement de sens d'écriture."));
            return NullNode.getInstance();
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private JsonNode number(String pointer) throws IOException {
        String text = parser.getText();
        if (parser.isNaN()) {
            return odd(pointer, French.say("« %s » n'est pas un nombre.", French.quote(text)));
        }
        BigDecimal value = text.length() > LONGEST_NUMBER ? null : decimal(text);
        if (value == null) {
            return odd(pointer, French.say("Un nombre est démesuré. Reçu : %s", French.quote(text)));
        }
        return value.scale() == 0 && value.precision() <= 18
                ? LongNode.valueOf(value.longValueExact())
                : DecimalNode.valueOf(value);
    }

    private JsonNode odd(String pointer, String message) {
        findings.spoiled(pointer, line(), message, French.say("Un nombre comme 1074.99."));
        return NullNode.getInstance();
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > LONGEST_NUMBER ? null : value;
        } catch (NumberFormatException e) {
            // an exponent that is larger than any
            return null;
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** A name as a JSON pointer writes it. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
