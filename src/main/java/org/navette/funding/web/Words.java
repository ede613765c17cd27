package org.navette.funding.web;

import java.util.Locale;
import org.navette.funding.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** French words for what the espace refuses and confirms. */
@Component("fundingWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Why an action was refused. */
    String of(Refused refused) {
        return of("funding.refused." + refused.reason().name());
    }

    /** A sentence of the messages. */
    String of(String code, Object... values) {
        return messages.getMessage(code, values, Locale.FRENCH);
    }
}
