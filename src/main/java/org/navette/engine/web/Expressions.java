package org.navette.engine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds expressions in the JSON of a query: the engine refuses them at the top but evaluates them inside
 * {@code orQueries} (CVE-2026-109432). Every key is looked at as it comes, a repeated one too.
 */
final class Expressions {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern STORED = Pattern.compile(
            "\\$\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)(\\.(plus|minus)[A-Z][a-z]+\\(\\d{1,4}\\))*)\\s*}");

    private Expressions() {}

    /** True when any key, at any depth, ends in {@code Expression}. */
    static boolean anywhere(byte[] json) throws IOException {
        return find(json, false);
    }

    /** True when a key ends in {@code Expression} inside {@code orQueries}, or has a value that no filter may keep. */
    static boolean forbiddenInFilter(byte[] json) throws IOException {
        return find(json, true);
    }

    private static boolean find(byte[] json, boolean storedAllowed) throws IOException {
        int depth = 0;
        int orQueriesAt = Integer.MAX_VALUE;
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    if (depth < orQueriesAt) {
                        orQueriesAt = Integer.MAX_VALUE;
                    }
                } else if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName().toLowerCase(Locale.ROOT);
                    if (name.equals("orqueries")) {
                        orQueriesAt = Math.min(orQueriesAt, depth);
                    }
                    if (name.endsWith("expression")) {
                        boolean inside = depth > orQueriesAt;
                        JsonToken value = parser.nextToken();
                        boolean harmless = value == JsonToken.VALUE_NULL
                                || value == JsonToken.VALUE_STRING
                                        && STORED.matcher(parser.getText()).matches();
                        if (!storedAllowed || inside || !harmless) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
