package org.navette.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.navette.accounts.EspaceLogin;
import org.navette.engine.LongestSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What an espace answers when it lets nobody through: a page to people, a status with a message to scripts. */
final class Refusals {

    /** Where {@link RefusalPage} is, below the prefix. */
    static final String PATH = "/refus";

    static final String REASON = Refusals.class.getName() + ".reason";

    private Refusals() {}

    /** Why a request was refused. */
    enum Reason {
        /** the form's token is missing or of an older session */
        PAGE_TOO_OLD,
        NOT_ALLOWED
    }

    /** Sends people to the login page, and back to where they wanted to go after it. */
    record SignInFirst(EspaceLogin login) implements AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
                throws IOException {
            if (isScript(request)) {
                answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Votre session a pris fin. Reconnectez-vous.");
                return;
            }
            var target = new StringBuilder(request.getContextPath() + login.prefix() + LoginPage.PATH);
            char next = '?';
            if (LongestSession.hasEnded(request)
                    || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
                target.append("?etat=expiree");
                next = '&';
            }
            if (HttpMethod.GET.matches(request.getMethod())) {
                String query = request.getQueryString();
                String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
                target.append(next).append("suite=").append(URLEncoder.encode(wanted, StandardCharsets.UTF_8));
            }
            response.sendRedirect(target.toString());
        }
    }

    /** Refuses with a page that says why. */
    record Denied(EspaceLogin login) implements AccessDeniedHandler {

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
                throws IOException, ServletException {
            if (isUnread(request)) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            var reason = cause instanceof CsrfException ? Reason.PAGE_TOO_OLD : Reason.NOT_ALLOWED;
            if (response.isCommitted()) {
                return;
            }
            if (isScript(request)) {
                answer(
                        response,
                        HttpServletResponse.SC_FORBIDDEN,
                        reason == Reason.PAGE_TOO_OLD
                                ? "Cette page est restée ouverte trop longtemps. Rechargez-la."
                                : "Cette action ne vous est pas ouverte.");
                return;
            }
            request.setAttribute(REASON, reason);
            request.getRequestDispatcher(login.prefix() + PATH).forward(request, response);
        }
    }

    /** True when the server gave up reading what was sent, its token included: more than any form of ours holds. */
    private static boolean isUnread(HttpServletRequest request) {
        return request.getAttribute("org.apache.catalina.parameter_parse_failed") != null;
    }

    /** Our scripts send the token in a header or ask for JSON; a browser that opens a page asks for HTML. */
    private static boolean isScript(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("X-NAVETTE-CSRF") != null
                || request.getHeader("HX-Request") != null
                || accept != null && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** @param message without quotes or backslashes */
    private static void answer(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"message\":\"" + message + "\"}");
    }
}
