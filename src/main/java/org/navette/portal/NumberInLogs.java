package org.navette.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever is logged while a page about a request is served bears the request's number, as the engine's lines do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NumberInLogs extends OncePerRequestFilter {

    private static final String KEY = "request";
    private static final Pattern NUMBER = Pattern.compile("/demandes/(\\d{10})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher number = NUMBER.matcher(request.getRequestURI());
        if (!number.find()) {
            chain.doFilter(request, response);
            return;
        }
        try (var kept = MDC.putCloseable(KEY, number.group(1))) {
            chain.doFilter(request, response);
        }
    }
}
