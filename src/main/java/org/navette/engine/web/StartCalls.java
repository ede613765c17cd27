package org.navette.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.engine.Starts;
import org.navette.engine.TaskRefused;
import org.springframework.stereotype.Component;

/** Tasklist's dialog that starts processes: what it lists and shows is the agent's, what it sends is answered by us. */
@Component
class StartCalls {

    private static final String DEFINITIONS = "/engine/default/process-definition";
    private static final String DEFINITION = DEFINITIONS + "/([A-Za-z0-9:._-]+)";
    private static final Pattern SUBMITTED = Pattern.compile(DEFINITION + "/submit-form");
    private static final Pattern SHOWN = Pattern.compile(DEFINITION + "/(startForm|deployed-start-form)");
    private static final Pattern LISTED = Pattern.compile(DEFINITIONS + "(/count)?");

    private final Starts starts;

    StartCalls(Starts starts) {
        this.starts = starts;
    }

    static boolean answers(String method, String path) {
        return method.equals("POST") && SUBMITTED.matcher(path).matches();
    }

    void answer(String agent, String path, byte[] body, HttpServletResponse response) throws IOException {
        String definition = definition(SUBMITTED, path).orElseThrow(() -> new IllegalArgumentException(path));
        Submissions.answer(body, response, content -> {
            if (content.hasNonNull("businessKey")) {
                throw new TaskRefused("Le numéro est donné par l'application\u00a0: il ne se saisit pas.");
            }
            String instance = starts.start(agent, definition, Submissions.answers(content.path("variables")));
            // by this id Tasklist looks for tasks that have come to the agent
            Replies.write(response, 200, Map.of("id", instance));
        });
    }

    /** True when the call shows a start form that is not for this agent, whatever rights the engine knows of. */
    boolean showsOthers(String agent, String path) {
        return definition(SHOWN, path)
                .filter(definition -> !starts.mayStart(agent, definition))
                .isPresent();
    }

    /** True when the call asks what can be started. */
    static boolean lists(HttpServletRequest request, String path) {
        return LISTED.matcher(path).matches() && request.getParameter("startablePermissionCheck") != null;
    }

    /** The same question about the agent's own processes; nothing when there is none, which is answered. */
    Optional<HttpServletRequest> own(
            String agent, HttpServletRequest request, String path, HttpServletResponse response) throws IOException {
        Set<String> processes = starts.processes(agent);
        if (!processes.isEmpty()) {
            return Optional.of(new OnlyThese(request, processes));
        }
        Replies.write(response, 200, path.endsWith("/count") ? Map.of("count", 0) : List.of());
        return Optional.empty();
    }

    private static Optional<String> definition(Pattern call, String path) {
        Matcher matcher = call.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The engine reads the first of several parameters of a name. */
    private static final class OnlyThese extends HttpServletRequestWrapper {

        private final String processes;

        private OnlyThese(HttpServletRequest request, Set<String> processes) {
            super(request);
            this.processes = URLEncoder.encode(String.join(",", processes), StandardCharsets.UTF_8);
        }

        @Override
        public String getQueryString() {
            return "keysIn=" + processes + "&" + super.getQueryString();
        }
    }
}
