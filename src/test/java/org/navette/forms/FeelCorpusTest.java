package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.navette.engine.Feel;

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

    @SuppressWarnings("unchecked")
    private static Object value(Feel feel, JsonNode one, Map<?, ?> context) {
        return feel.evaluate(one.path("expression").asText().substring(1), (Map<String, ?>) context);
    }
}
