package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.navette.engine.Feel;
import org.navette.engine.FeelShape;

@DisplayName("The FEEL corpus")
class FeelCorpusTest {

    private static final Path CORPUS = Path.of("src/main/frontend/test/feel-corpus.json");

    @TestFactory
    @DisplayName("gives with the engine's interpreter what it gives in the browser")
    Stream<DynamicTest> corpus() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Feel feel = new Feel();
        return StreamSupport.stream(json.readTree(CORPUS.toFile()).spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(
                        one.path("expression").asText() + " with " + one.path("context"), () -> {
                            Map<?, ?> context = json.convertValue(one.path("context"), Map.class);
                            assertThat(value(feel, one, context))
                                    .isEqualTo(json.convertValue(one.path("expected"), Object.class));
                        }));
    }

    @Test
    @DisplayName("COMM-13 covers the part of FEEL that forms may use, no more and no less")
    void subset() throws IOException {
        Feel feel = new Feel();
        Set<String> kinds = new TreeSet<>();
        Set<String> functions = new TreeSet<>();
        for (JsonNode one : JsonMapper.builder().build().readTree(CORPUS.toFile())) {
            FeelShape shape = feel.shape(one.path("expression").asText().substring(1));
            kinds.addAll(shape.kinds());
            functions.addAll(shape.functions());
        }
        assertThat(kinds).isEqualTo(FormFileCheck.KINDS);
        assertThat(functions).isEqualTo(FormFileCheck.FUNCTIONS);
    }

    @SuppressWarnings("unchecked")
    private static Object value(Feel feel, JsonNode one, Map<?, ?> context) {
        return feel.evaluate(one.path("expression").asText().substring(1), (Map<String, ?>) context);
    }
}
