package org.navette.accounts;

import java.util.Map;
import java.util.UUID;
import org.navette.engine.AgentPasswordChanged;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The mail about an agent's account. */
@Component
class AgentLetters {

    private static final String CHANGED = "accounts/agent-password-changed";

    private final Outbox outbox;

    AgentLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells the agent that their password is a new one, in case it was somebody else. */
    @EventListener
    void changed(AgentPasswordChanged event) {
        if (!event.email().isEmpty()) {
            Map<String, Object> model = Map.of("firstName", event.firstName(), "lastName", event.lastName());
            String key = CHANGED + ":" + event.login() + ":" + UUID.randomUUID();
            outbox.queue(new Letter(key, CHANGED, event.email(), model, null));
        }
    }
}
