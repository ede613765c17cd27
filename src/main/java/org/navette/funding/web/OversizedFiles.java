package org.navette.funding.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.navette.funding.FileCheck;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers who sends a file that is far too large before anything of it is read. The container would refuse it too, but as
 * late as its CSRF token is looked for, and with a page that does not say why.
 */
@Configuration(proxyBeanMethods = false)
class OversizedFiles {

    /** what a form holds besides its file */
    private static final int FIELDS = 64 * 1024;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> oversizedSimulations() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Door());
        registration.addUrlPatterns(Paths.PREFIX + Paths.SIMULATE, Paths.NEW_IMPORT, Paths.TEMPLATES);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    private static final class Door extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getContentLengthLong() > FileCheck.LARGEST + FIELDS) {
                response.setHeader("Location", request.getRequestURI() + "?" + SimulationForm.TOO_LARGE);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
