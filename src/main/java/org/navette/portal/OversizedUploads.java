package org.navette.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers who sends a file that is far too large before anything of it is read. The container would refuse it too, but as
 * late as its CSRF token is looked for, and with a page that does not say why.
 */
public final class OversizedUploads extends OncePerRequestFilter {

    /** Parameter of the page that an oversized file is sent away to. */
    public static final String TOO_LARGE = "trop-volumineux";

    /** what a form holds besides its file */
    private static final int FIELDS = 64 * 1024;

    private final long largest;

    private OversizedUploads(long largest) {
        this.largest = largest;
    }

    /**
     * Guards forms; each is opened again with the parameter {@value #TOO_LARGE}.
     *
     * @param largest bytes of a file
     * @param addresses of the pages with the forms
     */
    public static FilterRegistrationBean<OncePerRequestFilter> at(long largest, String... addresses) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OversizedUploads(largest));
        registration.addUrlPatterns(addresses);
        registration.setName("oversized" + String.join("", addresses));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest + FIELDS) {
            response.setHeader("Location", request.getRequestURI() + "?" + TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Several of these guard pages of their own. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + largest;
    }
}
