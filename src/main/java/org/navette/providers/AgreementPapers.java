package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.portal.Dirhams;
import org.navette.portal.Formats;
import org.navette.printing.Printing;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decision on a prior agreement as PDF, kept among its files (PROV-09, column "document"). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AgreementPapers {

    /** The step of the file. */
    static final String DECISION = "decision";

    private final Printing printing;
    private final FileStore files;
    private final CareEstablishments establishments;
    private final Providers providers;
    private final Formats formats;
    private final Clock clock;

    AgreementPapers(
            Printing printing,
            FileStore files,
            CareEstablishments establishments,
            Providers providers,
            Formats formats,
            Clock clock) {
        this.printing = printing;
        this.files = files;
        this.establishments = establishments;
        this.providers = providers;
        this.formats = formats;
        this.clock = clock;
    }

    /** @param label the situation, as the diagram calls it */
    StoredFile decision(Request request, PriorAgreement own, String label) {
        CareEstablishment establishment =
                establishments.find(own.establishment()).orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("organism", providers.organismName());
        model.put("number", own.number());
        model.put("day", formats.day(LocalDate.now(clock)));
        model.put("situation", label);
        model.put("establishment", establishment.name());
        model.put("inpe", establishment.inpe());
        model.put("cnssNumber", own.cnssNumber());
        model.put("beneficiary", own.beneficiary());
        model.put("receivedOn", formats.day(own.receivedOn()));
        model.put("requested", Dirhams.of(own.requested()));
        model.put("granted", own.granted() == null ? "" : Dirhams.of(own.granted()));
        model.put("validUntil", own.validUntil() == null ? "" : formats.day(own.validUntil()));
        model.put("reasons", own.reasons() == null ? "" : own.reasons());
        return files.make(
                request.id(),
                Direction.RECEIVED,
                DECISION,
                "decision-" + own.number() + ".pdf",
                "application/pdf",
                printing.pdf("providers/agreement-decision", model));
    }
}
