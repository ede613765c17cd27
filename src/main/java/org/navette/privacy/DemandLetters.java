package org.navette.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.navette.privacy.Demand.Kind;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.navette.requests.StatusChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What who asked is told, where the diagram says so: the number, what was asked for and why it is refused; no name. */
class DemandLetters implements LetterFacts {

    private final Kind kind;
    private final DemandRows rows;

    DemandLetters(Kind kind, DemandRows rows) {
        this.kind = kind;
        this.rows = rows;
    }

    /** One for each kind. */
    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        DemandLetters exportLetters(DemandRows rows) {
            return new DemandLetters(Kind.EXPORT, rows);
        }

        @Bean
        DemandLetters erasureLetters(DemandRows rows) {
            return new DemandLetters(Kind.ERASURE, rows);
        }
    }

    @Override
    public String espace() {
        return kind.process();
    }

    @Override
    public Optional<Addressee> addressee(Request request) {
        return Optional.ofNullable(rows.get(request.number()).email()).map(email -> new Addressee(email, "", ""));
    }

    /** Its account may be gone by the time that it leaves, and the outbox must not know the address any longer. */
    @Override
    public boolean fleeting() {
        return true;
    }

    @Override
    public Map<String, Object> of(Request request) {
        Map<String, Object> facts = new HashMap<>(Map.of("asked", kind.asked()));
        rows.reason(request.id()).ifPresent(reason -> facts.put("reason", reason));
        return facts;
    }

    /** Forgets where to write once nothing is left to be told, however the demand has ended. */
    @Component
    static class Told {

        private final DemandRows rows;

        Told(DemandRows rows) {
            this.rows = rows;
        }

        /** Behind the mail about the status, which needs the address. */
        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void forget(StatusChanged changed) {
            Request request = changed.request();
            if (!changed.milestone().phase().isOpen()
                    && Arrays.stream(Kind.values()).anyMatch(kind -> kind.process()
                            .equals(request.scope().espace()))) {
                rows.forgetAddress(request.id());
            }
        }
    }
}
