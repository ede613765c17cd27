package org.navette.partners.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.navette.partners.Desk;
import org.navette.partners.InvalidTechnician;
import org.navette.partners.Refused;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;
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
                Locale.FRENCH);
    }

    /** What is wrong with a technician, by the field's name. */
    Map<String, String> of(InvalidTechnician invalid) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            Problem problem = invalid.problems().get(field);
            if (problem != null) {
                errors.put(field.id(), of("partners.technician." + field.id() + "." + problem));
            }
        }
        return errors;
    }

    /** A sentence of the messages. */
    String of(String code, Object... values) {
        return messages.getMessage(code, values, Locale.FRENCH);
    }
}
