package org.navette.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.navette.engine.Agents;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of agents whose password has changed since, or whose account is gone (COMM-02): an administrator who
 * sets another password shuts out whoever had the former one.
 */
final class AgentStillOpen extends OncePerRequestFilter {

    private final Agents agents;
    private final RequestMatcher files;

    /** @param files of the application, the same for everybody: they are not worth a question to the database */
    AgentStillOpen(Agents agents, RequestMatcher files) {
        this.agents = agents;
        this.files = files;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return files.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<String> login = session == null ? Optional.empty() : AgentSession.login(session);
        if (login.isPresent()) {
            Optional<String> now = agents.passwordMark(login.get());
            if (now.isEmpty() || !now.equals(AgentSession.password(session))) {
                AgentSession.forget(request);
            }
        }
        chain.doFilter(request, response);
    }
}
