package org.navette.procedures.web;

import java.util.Locale;
import org.navette.procedures.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** French words for what the espace refuses. */
@Component("procedureWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Why an action was refused. */
    String of(Refused refused) {
        return messages.getMessage("procedures.refused." + refused.reason().name(), null, Locale.FRENCH);
    }
}
