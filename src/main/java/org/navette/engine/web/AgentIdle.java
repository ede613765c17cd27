package org.navette.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs agents out after half an hour in which they did nothing (COMM-02). The session's own time-out cannot: Tasklist
 * asks for its list and its open task every ten seconds, with nobody in front of it.
 */
final class AgentIdle extends OncePerRequestFilter {

    /** As long as sessions last, see {@code spring.session.timeout}. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** How precisely presence is kept: it costs a write to the session. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    /** What Tasklist asks by itself. */
    private static final RequestMatcher UNATTENDED = new OrRequestMatcher(
            AgentChain.paths(HttpMethod.GET, "/camunda/api/engine/engine/*/task/{id}"),
            AgentChain.paths(HttpMethod.POST, "/camunda/api/engine/engine/*/filter/{id}/list"));

    private final Clock clock;

    AgentIdle(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && AgentSession.isSignedIn(session)) {
            Instant now = clock.instant();
            Instant last = AgentSession.present(session).orElse(now);
            if (last.isBefore(now.minus(LONGEST))) {
                AgentSession.forget(request);
            } else if (AgentSession.present(session).isEmpty()
                    || last.isBefore(now.minus(PRECISION)) && !UNATTENDED.matches(request)) {
                AgentSession.present(session, now);
            }
        }
        chain.doFilter(request, response);
    }
}
