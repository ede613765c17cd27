package org.navette.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;

/** Marks Camunda's cookies {@code Secure} when the browser came by TLS, also through a proxy. */
class SecureCookies extends HttpServletResponseWrapper {

    private final boolean secure;

    SecureCookies(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.secure = request.isSecure();
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, marked(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, marked(name, value));
    }

    private String marked(String name, String value) {
        boolean plain = secure
                && "Set-Cookie".equalsIgnoreCase(name)
                && !value.toLowerCase(Locale.ROOT).contains(";secure")
                && !value.toLowerCase(Locale.ROOT).contains("; secure");
        return plain ? value + ";Secure" : value;
    }
}
