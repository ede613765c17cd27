package org.navette.funding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a few places of a text. The text is read once more for them: remembering the line of every value would cost
 * more than the values.
 */
final class JsonLines {

    private final Map<String, Integer> lines;

    private JsonLines(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /** Where a property or an element of a list begins; the container is told by its pointer. */
    private static final class Container {

        private final String pointer;
        private final boolean list;
        private int next;

        Container(String pointer, boolean list) {
            this.pointer = pointer;
            this.list = list;
        }
    }

    /** Finds the places of a text, as far as it is JSON. */
    static JsonLines of(String text, Collection<String> pointers) {
        Set<String> wanted = new HashSet<>();
        for (String pointer : pointers) {
            String place = pointer;
            while (wanted.add(place) && !place.isEmpty()) {
                place = parent(place);
            }
        }
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JsonReading.JSON.createParser(text)) {
            find(parser, wanted, lines);
        } catch (JsonProcessingException e) {
            // the places before it are known
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonLines(lines);
    }

    private static void find(JsonParser parser, Set<String> wanted, Map<String, Integer> lines) throws IOException {
        Deque<Container> open = new ArrayDeque<>();
        String place = "";
        for (JsonToken token = parser.nextToken(); token != null && lines.size() < wanted.size(); ) {
            Container in = open.peek();
            if (token == JsonToken.FIELD_NAME) {
                place = in == null ? "" : in.pointer + "/" + JsonReading.escape(parser.currentName());
                see(place, parser, wanted, lines);
            } else if (token.isStructEnd()) {
                open.pop();
            } else {
                if (in == null || in.list) {
                    place = in == null ? "" : in.pointer + "/" + in.next++;
                    see(place, parser, wanted, lines);
                }
                if (token.isStructStart()) {
                    if (wanted.contains(place)) {
                        open.push(new Container(place, token == JsonToken.START_ARRAY));
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            token = parser.nextToken();
        }
    }

    private static void see(String place, JsonParser parser, Set<String> wanted, Map<String, Integer> lines) {
        if (wanted.contains(place)) {
            // the first, when a property is written twice
            lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
        }
    }

    /** The line of a place, or of what should contain it; 0 when nobody can tell. */
    int of(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place)) {
            if (place.isEmpty()) {
                return 0;
            }
            place = parent(place);
        }
        return lines.get(place);
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
