package org.navette.partners.web;

import org.navette.partners.Desk;
import org.navette.partners.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** French words for what the espace refuses. */
@Component("partnerWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Why an action was refused, with the organism's name where it helps. */
    String of(Refused refused, Desk desk) {
        return messages.getMessage(
                "partners.refused." + refused.reason().name(),
                new Object[] {desk.organism().name()},
                java.util.Locale.FRENCH);
    }
}
