package org.navette.funding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.navette.funding.ImportLines.Line;

/** The file that an import answers: what came in, each request with its number or its errors (FUND-11). */
final class ImportOutput {

    private static final JsonMapper JSON = JsonMapper.builder()
            // amounts come out as they came in
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private ImportOutput() {}

    /**
     * @param content that was read without error before
     * @param lines by rank
     */
    static byte[] of(byte[] content, Map<Integer, Line> lines) {
        try {
            JsonNode root = JSON.readTree(content);
            int rank = 0;
            for (JsonNode request : root.path("demandes")) {
                Line line = lines.get(++rank);
                if (request instanceof ObjectNode object && line != null) {
                    tell(object, line);
                }
            }
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(ObjectNode request, Line line) {
        if (line.number() != null) {
            request.put("numeroAsp", line.number());
        }
        ArrayNode errors = request.putArray(line.state() == ImportLines.State.REJECTED ? "erreurs" : "avertissements");
        for (Finding finding : line.findings()) {
            errors.addObject()
                    .put("gravite", finding.severity().label())
                    .put("pointeur", finding.pointer())
                    .put("constat", finding.message())
                    .put("attendu", finding.expected());
        }
        if (errors.isEmpty()) {
            request.remove("avertissements");
        }
    }
}
