package org.navette.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.navette.engine.StartForbidden;
import org.navette.engine.TaskGone;
import org.navette.engine.TaskRefused;
import org.springframework.dao.ConcurrencyFailureException;

/** What Tasklist sends from its forms, and what it is told when that is refused. */
final class Submissions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUSY =
            "La demande est en cours de modification par quelqu'un d'autre. Réessayez dans un instant.";

    private Submissions() {}

    /** Something to do for an agent, which may be refused. */
    interface Action {
        void run(JsonNode content) throws IOException;
    }

    /** Does it; a refusal becomes an answer with its French message. */
    static void answer(byte[] body, HttpServletResponse response, Action action) throws IOException {
        try {
            action.run(body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (JsonProcessingException e) {
            Replies.refuse(response, 400, "InvalidRequest", "La requête n'est pas lisible.");
        } catch (ConcurrencyFailureException e) {
            Replies.refuse(response, 409, "TaskRefused", BUSY);
        } catch (RuntimeException e) {
            TaskRefused refusal = refusal(e).orElseThrow(() -> e);
            Replies.refuse(response, status(refusal), "TaskRefused", refusal.getMessage());
        }
    }

    /** Tasklist sends lists and groups as JSON in a text, everything else as it is. */
    static Map<String, Object> answers(JsonNode variables) throws IOException {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (var variable : variables.properties()) {
            JsonNode value = variable.getValue().path("value");
            String type = variable.getValue().path("type").asText();
            boolean serialized =
                    value.isTextual() && ("Json".equalsIgnoreCase(type) || "Object".equalsIgnoreCase(type));
            answers.put(
                    variable.getKey(),
                    JSON.convertValue(
                            serialized ? JSON.readTree(value.asText()) : value, new TypeReference<Object>() {}));
        }
        return answers;
    }

    private static int status(TaskRefused refusal) {
        if (refusal instanceof StartForbidden) {
            return 403;
        }
        return refusal instanceof TaskGone ? 409 : 400;
    }

    /** The engine wraps what a listener throws. */
    private static Optional<TaskRefused> refusal(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof TaskRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
