package org.navette.providers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.navette.directory.CareEstablishment;
import org.navette.portal.Formats;
import org.navette.printing.Printing;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;

/** The printed papers of a membership: the form to be signed (610-1-14, 610-1-16) and the agency's receipt. */
@Component
class MembershipPapers {

    private final Printing printing;
    private final Formats formats;

    MembershipPapers(Printing printing, Formats formats) {
        this.printing = printing;
        this.formats = formats;
    }

    /** The form, filled with what was typed; a reset leaves the director's lines to be filled by hand. */
    byte[] form(Request request, Membership own, CareEstablishment establishment) {
        boolean reset = own.kind() == Membership.Kind.RESET;
        Map<String, Object> model = new HashMap<>();
        model.put("number", request.number());
        model.put("kind", own.kind().name());
        model.put("publicSector", establishment.isPublic());
        model.put("inpe", establishment.inpe());
        model.put("cnssId", reset ? Objects.requireNonNullElse(establishment.cnssId(), "") : own.text("cnssId"));
        model.put("ice", reset ? Objects.requireNonNullElse(establishment.ice(), "") : own.text("ice"));
        model.put("name", reset ? establishment.name() : own.text("name"));
        model.put("address", reset ? establishment.address() : own.text("address"));
        model.put("city", reset ? establishment.city() : own.text("city"));
        model.put("lastName", own.text("lastName"));
        model.put("firstName", own.text("firstName"));
        model.put("practitionerInpe", own.text("practitionerInpe"));
        model.put("identity", own.text("identity"));
        model.put("email", own.email());
        model.put("gsm", own.gsm());
        model.put("day", formats.day(request.createdAt()));
        return printing.pdf("providers/membership", model);
    }

    /** The dated receipt. */
    byte[] receipt(
            String number,
            Membership own,
            CareEstablishment establishment,
            Membership.Reception reception,
            String organism) {
        LocalDate on = reception.on();
        return printing.pdf(
                "providers/receipt",
                Map.of(
                        "number", number,
                        "kind", own.kind().name(),
                        "inpe", establishment.inpe(),
                        "name", own.text("name").isEmpty() ? establishment.name() : own.text("name"),
                        "receivedOn", formats.day(on),
                        "agency", reception.agency(),
                        "identityCopy", reception.identityCopy(),
                        "organism", organism));
    }
}
