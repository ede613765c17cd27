package org.navette.accounts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes the stored sessions of a person. That they are over does not depend on it (see {@link Accounts#open}): a
 * session with two persons is indexed under the later one only.
 */
@Component
class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** @param kept id of the session that goes on; null when none does */
    void endAfterCommit(Account account, @Nullable String kept) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    end(repository, account, kept);
                } catch (RuntimeException e) {
                    log.warn("Sessions of account {} are refused but could not be removed", account.id(), e);
                }
            }
        });
    }

    private static <S extends Session> void end(
            FindByIndexNameSessionRepository<S> repository, Account account, @Nullable String kept) {
        String prefix = "navette." + account.espace() + ".";
        var found = repository.findByPrincipalName(SignedIn.name(account.espace(), account.id()));
        found.forEach((id, session) -> {
            if (id.equals(kept)) {
                return;
            }
            boolean shared = session.getAttributeNames().stream()
                    .filter(name -> !name.startsWith(prefix))
                    .anyMatch(name -> session.getAttribute(name) instanceof SecurityContext);
            if (shared) {
                session.getAttributeNames().stream()
                        .filter(name -> name.startsWith(prefix))
                        .forEach(session::removeAttribute);
                repository.save(session);
            } else {
                repository.deleteById(id);
            }
        });
    }
}
