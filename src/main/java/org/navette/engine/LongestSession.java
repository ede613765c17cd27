package org.navette.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a browser's session a working day after it began, however busy it is (OWASP ASVS 5.0, 7.3.2). Like its idle
 * time-out it lives by the machine's clock.
 */
@Component
public class LongestSession extends OncePerRequestFilter {

    private static final String ENDED = LongestSession.class.getName() + ".ended";

    private final Duration longest;

    LongestSession(@Value("${navette.sessions.longest}") Duration longest) {
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getCreationTime() < System.currentTimeMillis() - longest.toMillis()) {
            session.invalidate();
            request.setAttribute(ENDED, true);
        }
        chain.doFilter(request, response);
    }

    /** True for a request whose session has just ended so. */
    public static boolean hasEnded(HttpServletRequest request) {
        return request.getAttribute(ENDED) != null;
    }

    /** It is part of the security chains that ask for it, not a filter for every path. */
    @Configuration(proxyBeanMethods = false)
    static class OnlyInChains {

        @Bean
        FilterRegistrationBean<LongestSession> longestSessionOnlyInChains(LongestSession filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
