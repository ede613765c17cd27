package org.navette.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.springframework.stereotype.Component;

/** The calls on a task that we answer in the engine's place, by our own rules. */
@Component
class TaskCalls {

    private static final Pattern TASK =
            Pattern.compile("/engine/default/task/([A-Za-z0-9-]+)/(claim|unclaim|assignee|submit-form)");

    private final Tasks tasks;
    private final TaskHandover handover;

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
        Submissions.answer(body, response, content -> {
            act(agent, task.group(1), task.group(2), content);
            response.setStatus(204);
        });
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
            case "submit-form" -> tasks.submit(agent, taskId, Submissions.answers(content.path("variables")));
            default -> throw new IllegalArgumentException(action);
        }
    }
}
