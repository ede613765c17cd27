package org.navette.mail.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.mail.Postman;
import org.springframework.stereotype.Component;

/** The task "Envoyer le courriel" of {@code send-mail}; the business key is the outbox row. */
@Component
class SendMail implements JavaDelegate {

    private final Postman postman;

    SendMail(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void execute(DelegateExecution execution) {
        postman.deliver(Long.parseLong(execution.getProcessBusinessKey()));
    }
}
