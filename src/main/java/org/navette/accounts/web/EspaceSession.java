package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;

/** The part of a browser's session that belongs to one espace: a person may be partner and agent in one browser. */
final class EspaceSession {

    private final EspaceLogin login;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    EspaceSession(EspaceLogin login) {
        this.login = login;
        contexts.setSpringSecurityContextKey(login.attribute("person"));
        contexts.setDisableUrlRewriting(true);
    }

    HttpSessionSecurityContextRepository contexts() {
        return contexts;
    }

    /** Signs a person in: a session id or a form's token known before is worth nothing after it. */
    void open(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        clear(request.getSession());
        renew(person, request, response);
    }

    /** Lets the session of who is signed in go on under another id, with what else it keeps. */
    void renew(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList("ROLE_" + login.role()));
        new CsrfAuthenticationStrategy(EspaceChain.csrfTokens(login))
                .onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.saveContext(context, request, response);
        request.getSession().setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.getName());
    }

    /** Forgets all that the espace keeps; the session itself too when nobody else is signed in. */
    void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        clear(session);
        if (names(session).stream().noneMatch(name -> session.getAttribute(name) instanceof SecurityContext)) {
            session.invalidate();
        }
    }

    /** Removes the attributes of the espace. */
    void clear(HttpSession session) {
        names(session).stream()
                .filter(name -> name.startsWith(login.attributes()))
                .forEach(session::removeAttribute);
        Object indexed = session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
        if (indexed instanceof String name && name.startsWith(login.espace() + ":")) {
            session.removeAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
        }
    }

    private static List<String> names(HttpSession session) {
        return Collections.list(session.getAttributeNames());
    }
}
