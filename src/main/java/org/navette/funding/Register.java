package org.navette.funding;

import java.util.UUID;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.NumberFormat;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what the application itself asks of the agency into the register of requests, so that it has a number, a
 * timeline and a dossier like what suppliers ask. No supplier sees it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Register {

    /** No structure's, and no account's. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String AUTHOR = "Échéancier du Ségur numérique";

    private final Requests requests;
    private final Suppliers suppliers;

    Register(Requests requests, Suppliers suppliers) {
        this.requests = requests;
        this.suppliers = suppliers;
    }

    /** Takes a number; the caller writes its own part, then starts the process. */
    Request deposit(String espace, String subject, NumberFormat numbers) {
        Scope scope = new Scope(espace, suppliers.organism(), NOBODY);
        return requests.deposit(new NewRequest(scope, NOBODY, AUTHOR, subject, null), numbers);
    }

    /** Starts its process. */
    void start(Request request, String processId) {
        Actor.SYSTEM.doing(() -> {
            requests.start(request, processId);
            return null;
        });
    }
}
