package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.navette.accounts.EspaceLogin;
import org.navette.funding.SupportAuthor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells who is behind a request to the support: the supplier, else the browser's session. */
@Component
class SupportVisitors {

    private final SupplierArguments suppliers;
    private final String attribute;

    SupportVisitors(SupplierArguments suppliers, @Qualifier("fundingEspace") EspaceLogin espace) {
        this.suppliers = suppliers;
        this.attribute = espace.attribute("visitor");
    }

    /** The author; a session without one gets an id, which is forgotten when somebody signs in or out. */
    SupportAuthor of(HttpServletRequest request) {
        return suppliers.of(request).map(SupportAuthor::of).orElseGet(() -> SupportAuthor.unknown(id(request)));
    }

    private UUID id(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(attribute) instanceof UUID known) {
            return known;
        }
        UUID id = UUID.randomUUID();
        session.setAttribute(attribute, id);
        return id;
    }
}
