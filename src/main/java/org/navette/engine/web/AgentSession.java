package org.navette.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.navette.engine.AgentPassword;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** What a browser's session holds for agents; a person may be a partner in the same browser. */
final class AgentSession {

    private static final String CONTEXT = "NAVETTE_AGENTS_CONTEXT";
    private static final String CSRF = "NAVETTE_AGENTS_CSRF";
    private static final String CSRF_HEADER = "X-NAVETTE-CSRF";

    /** Kept by Camunda's own filters: who is signed in to its applications, and its token against forged requests. */
    private static final String CAMUNDA_AUTHENTICATIONS = "authenticatedUser";

    private static final String PRESENT = "NAVETTE_AGENTS_PRESENT";

    static final String CAMUNDA_CSRF = "CAMUNDA_CSRF_TOKEN";

    private AgentSession() {}

    static HttpSessionSecurityContextRepository contexts() {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT);
        return contexts;
    }

    static HttpSessionCsrfTokenRepository csrfTokens() {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(CSRF_HEADER);
        tokens.setSessionAttributeName(CSRF);
        return tokens;
    }

    static boolean isSignedIn(HttpSession session) {
        return session.getAttribute(CONTEXT) != null;
    }

    /** The login of who is signed in; empty when nobody is. */
    static Optional<String> login(HttpSession session) {
        return Optional.ofNullable((SecurityContext) session.getAttribute(CONTEXT))
                .map(SecurityContext::getAuthentication)
                .map(Authentication::getName);
    }

    /** The mark of the password that the session was opened with; empty when none was noted. */
    static Optional<String> password(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(AgentPassword.MARK));
    }

    static void password(HttpSession session, String mark) {
        session.setAttribute(AgentPassword.MARK, mark);
    }

    /** When the agent last did something, to the minute; empty when that was never noted. */
    static Optional<Instant> present(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(PRESENT));
    }

    static void present(HttpSession session, Instant now) {
        session.setAttribute(PRESENT, now);
    }

    /** Signs the agent out here and in Camunda's applications. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(CONTEXT);
            session.removeAttribute(CSRF);
            session.removeAttribute(PRESENT);
            session.removeAttribute(AgentPassword.MARK);
            session.removeAttribute(CAMUNDA_AUTHENTICATIONS);
            session.removeAttribute(CAMUNDA_CSRF);
            request.changeSessionId();
        }
    }
}
