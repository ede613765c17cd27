package org.navette.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers while the database does not (COMM-20). Around everything else: sessions are in the database too, so that no
 * page of the application, not even the one for errors, can be made without it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String RETRY_SECONDS = "30";
    /** A transaction that stood still too long, a lock that nobody gave up, a deadlock. */
    private static final Set<String> TIMED_OUT = Set.of("25P03", "55P03", "40P01");

    private final String page;

    DatabaseAway() throws IOException {
        page = StreamUtils.copyToString(
                new ClassPathResource("templates/unavailable.html").getInputStream(), StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            SQLException away = away(e);
            if (away == null || response.isCommitted()) {
                throw e;
            }
            // the message of the driver names hosts, never values
            log.warn("{} {} answered with 503: {}", request.getMethod(), request.getRequestURI(), away.getMessage());
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (asksForPage(request)) {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'");
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(page);
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write("{\"message\":\"" + ErrorPage.UNAVAILABLE + "\"}");
        }
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The database's absence that is behind a failure, or null when it is something else. */
    private static @Nullable SQLException away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return sql;
            }
        }
        return null;
    }

    /** Classes of SQLSTATE: 08 no connection, 53 no resources (a full disk), 57 an operator's act; then time-outs. */
    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || TIMED_OUT.contains(state)
                // the pool's word for a connection that broke while it was used
                || "Connection is closed".equals(sql.getMessage());
    }
}
