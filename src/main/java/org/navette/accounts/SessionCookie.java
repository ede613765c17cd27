package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a browser session, out of reach of scripts and of other sites' forms. Behind TLS its prefix makes browsers
 * refuse it from plain http and from neighbouring hosts (RFC 6265bis, 4.1.3.2); a first run without TLS has no prefix.
 */
@Component
class SessionCookie implements CookieSerializer {

    private static final String NAME = "NAVETTE";

    private final CookieSerializer plain = named(NAME);
    private final CookieSerializer secure = named("__Host-" + NAME);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieSerializer named(String name) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
