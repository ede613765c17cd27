package org.navette.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.navette.engine.Agents;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands before the engine's REST interface that Camunda's web applications use. Agents make the calls of
 * {@link TasklistCalls} and no other; what changes a task is answered by {@link TaskCalls},
 * what starts a process by {@link StartCalls}.
 */
@Component
class TasklistDoor extends OncePerRequestFilter {

    private static final String CALLS = "/camunda/api/engine";
    private static final String WELCOME = "/camunda/app";
    private static final int LARGEST_BODY = 256 * 1024;
    private static final String USERS = "/engine/default/user";
    private static final String GROUPS = "/engine/default/identity/groups";

    private final Agents agents;
    private final TaskCalls tasks;
    private final StartCalls starts;

    TasklistDoor(Agents agents, TaskCalls tasks, StartCalls starts) {
        this.agents = agents;
        this.tasks = tasks;
        this.starts = starts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        var cookies = new SecureCookies(request, response);
        if (path.equals(WELCOME) || path.equals(WELCOME + "/")) {
            response.sendRedirect(AgentChain.TASKLIST);
        } else if (path.equals(CALLS) || path.startsWith(CALLS + "/")) {
            call(request, cookies, chain, path.substring(CALLS.length()));
        } else {
            chain.doFilter(request, cookies);
        }
    }

    private void call(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        String agent = SecurityContextHolder.getContext().getAuthentication().getName();
        if (asksByExpression(request)) {
            Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
            return;
        }
        if (Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
            read(agent, request, response, chain, path);
            return;
        }
        BoundedBody body;
        try {
            body = BoundedBody.read(request, LARGEST_BODY);
            if (hidesExpression(request.getMethod(), path, body.bytes())) {
                Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
                return;
            }
        } catch (BoundedBody.TooLarge e) {
            Replies.refuse(response, 413, "TooLarge", "Votre saisie est trop volumineuse.");
            return;
        } catch (JsonProcessingException e) {
            Replies.refuse(response, 400, "InvalidRequest", "La requête n'est pas lisible.");
            return;
        }
        boolean start = StartCalls.answers(request.getMethod(), path);
        if (!start && !TaskCalls.answers(request.getMethod(), path)) {
            pass(agent, body, response, chain, path);
        } else if (isForged(request)) {
            Replies.refuse(response, 403, "Forbidden", "Votre session a changé. Rechargez la page.");
        } else if (start) {
            starts.answer(agent, path, body.bytes(), response);
        } else {
            tasks.answer(agent, path, body.bytes(), response);
        }
    }

    private void read(
            String agent, HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        boolean administrator = agents.isIn(agent, Agents.ADMINISTRATOR);
        if (path.equals(USERS) && !administrator) {
            Replies.write(response, 200, colleague(agent, request.getParameter("id")));
        } else if (path.equals(USERS + "/" + agent + "/profile")
                || path.equals(GROUPS) && agent.equals(request.getParameter("userId"))) {
            chain.doFilter(request, response);
        } else if (path.equals("/engine/default/task")
                && !administrator
                && !agent.equals(request.getParameter("assignee"))) {
            Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
        } else if (starts.showsOthers(agent, path)) {
            Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
        } else if (StartCalls.lists(request, path)) {
            HttpServletRequest own = starts.own(agent, request, path, response).orElse(null);
            if (own != null) {
                pass(agent, own, response, chain, path);
            }
        } else {
            pass(agent, request, response, chain, path);
        }
    }

    private void pass(
            String agent, HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        if (TasklistCalls.isOpen(request.getMethod(), path)
                || TasklistCalls.isOpenToAdministrators(request.getMethod(), path)
                        && agents.isIn(agent, Agents.ADMINISTRATOR)) {
            chain.doFilter(request, response);
        } else {
            Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
        }
    }

    /** Tasklist asks whether a login exists before it hands a task over: only those of one's own organism do. */
    private List<Map<String, String>> colleague(String agent, @org.jspecify.annotations.Nullable String login) {
        if (login == null) {
            return List.of();
        }
        Set<String> mine = agents.organisms(agent);
        return agents.find(login)
                .filter(person -> agents.organisms(person.login()).stream().anyMatch(mine::contains))
                .map(person ->
                        Map.of("id", person.login(), "firstName", person.firstName(), "lastName", person.lastName()))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean hidesExpression(String method, String path, byte[] body) throws IOException {
        if (body.length == 0) {
            return false;
        }
        boolean storesFilter = method.equals("POST") && path.equals("/engine/default/filter/create")
                || method.equals("PUT") && path.matches("/engine/default/filter/[^/]+");
        return storesFilter ? Expressions.forbiddenInFilter(body) : Expressions.anywhere(body);
    }

    /** Only the query: asking for parameters would swallow the body of a form. */
    private static boolean asksByExpression(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && UriUtils.decode(query.replace('+', ' '), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains("expression=");
    }

    /** Camunda's token, which its own filter checks only on what we hand on. */
    private static boolean isForged(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String sent = request.getHeader("X-XSRF-TOKEN");
        return session == null
                || sent == null
                || !(session.getAttribute(AgentSession.CAMUNDA_CSRF) instanceof String token)
                || !MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
