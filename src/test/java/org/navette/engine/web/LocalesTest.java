package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

@DisplayName("The French texts of Camunda's web applications")
class LocalesTest {

    private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[sd]|href=\"[^\"]*\"");

    /** Equal in both languages: words, signs, and the forms of dates. */
    private static final Set<String> EQUAL = Set.of(
            "Action",
            "Admin",
            "Applications",
            "Camunda",
            "Cockpit",
            "Date",
            "Description",
            "Documentation",
            "Double",
            "Type",
            "Variables",
            "<",
            "<=",
            ">",
            ">=",
            "L",
            "DD/MM/YYYY",
            "D MMMM YYYY",
            "HH:mm",
            "1",
            "4",
            "%d minutes");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "welcome"})
    @DisplayName("COMM-10 every English text has a French one, which is another unless the word is the same")
    void complete(String application) throws IOException {
        Map<String, String> english = texts(application, "en");
        Map<String, String> french = texts(application, "fr");
        assertThat(english).hasSizeGreaterThan(150);
        assertThat(french.keySet()).containsAll(english.keySet());
        english.forEach((key, text) -> {
            if (text.isEmpty()) {
                assertThat(french.get(key)).as(key).isEmpty();
            } else if (!EQUAL.contains(text)) {
                assertThat(french.get(key)).as(key).isNotBlank().isNotEqualTo(text);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tasklist", "welcome"})
    @DisplayName("COMM-10 what is filled into a text is the same in both languages")
    void placeholders(String application) throws IOException {
        Map<String, String> french = texts(application, "fr");
        texts(application, "en")
                .forEach((key, text) ->
                        assertThat(placeholdersOf(french.get(key))).as(key).isEqualTo(placeholdersOf(text)));
    }

    @Test
    @DisplayName("COMM-10 a key that the English file lacks is a text that Tasklist still has in its program")
    void more() throws IOException {
        Map<String, String> more = texts("tasklist", "fr");
        more.keySet().removeAll(texts("tasklist", "en").keySet());
        String program = read("tasklist/camunda-tasklist-bootstrap.js");
        assertThat(more).isNotEmpty().allSatisfy((key, text) -> {
            String english = key.substring("/labels/".length());
            assertThat(text).isNotBlank();
            assertThat(program).contains('"' + english + '"');
        });
    }

    private static List<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> texts(String application, String language) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", new ObjectMapper().readTree(read(application + "/locales/" + language + ".json")), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), texts);
        }
    }

    /** Camunda's own English files begin with a byte order mark. */
    private static String read(String file) throws IOException {
        return new ClassPathResource(APPLICATIONS + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\uFEFF", "");
    }
}
