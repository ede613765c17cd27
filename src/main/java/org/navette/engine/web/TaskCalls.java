package org.navette.engine.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.engine.TaskGone;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The calls on a task that we answer in the engine's place, by our own rules. */
@Component
class TaskCalls {

    private static final Pattern TASK =
            Pattern.compile("/engine/default/task/([A-Za-z0-9-]+)/(claim|unclaim|assignee|submit-form)");
    private static final String BUSY =
            "La demande est en cours de modification par quelqu'un d'autre. Réessayez dans un instant.";

    private final Tasks tasks;
    private final TaskHandover handover;
    private final ObjectMapper json = new ObjectMapper();

    TaskCalls(Tasks tasks, TaskHandover handover) {
        this.tasks = tasks;
        this.handover = handover;
    }

    static boolean answers(String method, String path) {
        return method.equals("POST") && TASK.matcher(path).matches();
    }

    void answer(String agent, String path, byte[] body, HttpServletResponse response) throws IOException {
        Matcher task = TASK.matcher(path);
        if (!task.matches()) {
            throw new IllegalArgumentException(path);
        }
        try {
            JsonNode content = body.length == 0 ? json.createObjectNode() : json.readTree(body);
            act(agent, task.group(1), task.group(2), content);
            response.setStatus(204);
        } catch (ConcurrencyFailureException e) {
            Replies.refuse(response, 409, "TaskRefused", BUSY);
        } catch (RuntimeException e) {
            TaskRefused refusal = refusal(e).orElseThrow(() -> e);
            Replies.refuse(response, refusal instanceof TaskGone ? 409 : 400, "TaskRefused", refusal.getMessage());
        }
    }

    private void act(String agent, String taskId, String action, JsonNode content) throws IOException {
        switch (action) {
            case "claim" -> {
                if (!agent.equals(content.path("userId").asText(null))) {
                    throw new TaskRefused("Vous ne pouvez prendre une tâche que pour vous-même.");
                }
                tasks.claim(agent, taskId);
            }
            case "unclaim" -> handover.give(agent, taskId, null, null);
            case "assignee" ->
                handover.give(
                        agent,
                        taskId,
                        content.path("userId").asText("").isBlank()
                                ? null
                                : content.path("userId").asText().strip(),
                        null);
            case "submit-form" -> tasks.submit(agent, taskId, answers(content.path("variables")));
            default -> throw new IllegalArgumentException(action);
        }
    }

    /** Tasklist sends lists and groups as JSON in a text, everything else as it is. */
    private Map<String, Object> answers(JsonNode variables) throws IOException {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (var variable : variables.properties()) {
            JsonNode value = variable.getValue().path("value");
            boolean serialized = value.isTextual()
                    && ("Json".equalsIgnoreCase(variable.getValue().path("type").asText())
                            || "Object"
                                    .equalsIgnoreCase(
                                            variable.getValue().path("type").asText()));
            answers.put(
                    variable.getKey(),
                    json.convertValue(
                            serialized ? json.readTree(value.asText()) : value, new TypeReference<Object>() {}));
        }
        return answers;
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
