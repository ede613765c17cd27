package org.navette.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.accounts.SignedIn;
import org.navette.partners.Desk;
import org.navette.partners.Desks;
import org.navette.partners.PartnerRequest;
import org.navette.portal.Shell;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * The desk of this request: who is signed in, and the organism that their session has chosen. Without one the person is
 * sent to choose an organism.
 */
@Component
class CurrentDesk extends PlaceArguments<Desk> {

    private static final String CHOSEN = "navette.partners.organism";
    private static final String WANTED = "navette.partners.wanted";

    private final Desks desks;

    CurrentDesk(Desks desks) {
        super(PartnerRequest.ESPACE, Desk.class);
        this.desks = desks;
    }

    /** The desk, or nothing when no organism is chosen, or today's access does not reach it any more. */
    @Override
    protected Optional<Desk> place(Account account, HttpServletRequest request) {
        Optional<String> shown = shown(request);
        Optional<Desk> desk =
                shown.or(() -> remembered(request, CHOSEN)).flatMap(organism -> desks.at(account, organism));
        // the pages that follow show what was sent
        desk.map(found -> found.organism().code())
                .filter(organism -> shown.isPresent() && request.getHeader(Shell.SCOPE_HEADER) == null)
                .filter(organism -> !remembered(request, CHOSEN).equals(Optional.of(organism)))
                .ifPresent(organism -> choose(request, organism));
        return desk;
    }

    @Override
    protected RuntimeException missing() {
        return new NoDesk();
    }

    /**
     * The organism that the page showed when it was opened: the choice may have changed since in another tab, and a
     * person's data must go where the page said.
     */
    private static Optional<String> shown(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            return Optional.empty();
        }
        String header = request.getHeader(Shell.SCOPE_HEADER);
        return Optional.ofNullable(header != null ? header : request.getParameter(Shell.SCOPE_FIELD));
    }

    void choose(HttpServletRequest request, String organism) {
        request.getSession().setAttribute(CHOSEN, organism);
        person(request.getUserPrincipal()).ifPresent(person -> desks.choose(person.accountId(), organism));
    }

    /** Remembers the page that was asked for before an organism was chosen, so that the choice leads to it. */
    void want(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            String query = request.getQueryString();
            request.getSession().setAttribute(WANTED, request.getRequestURI() + (query == null ? "" : "?" + query));
        }
    }

    /** The page asked for before the choice of the organism. */
    Optional<String> wanted(HttpServletRequest request) {
        return remembered(request, WANTED);
    }

    /** The same, which is then forgotten. */
    Optional<String> takeWanted(HttpServletRequest request) {
        Optional<String> wanted = wanted(request);
        wanted.ifPresent(path -> request.getSession().removeAttribute(WANTED));
        return wanted;
    }

    static Optional<SignedIn> person(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    private static Optional<String> remembered(HttpServletRequest request, String attribute) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(attribute));
    }
}
