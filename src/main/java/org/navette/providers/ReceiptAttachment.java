package org.navette.providers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.navette.directory.CareEstablishments;
import org.navette.mail.MailAttachments;
import org.springframework.stereotype.Component;

/** The agency's receipt, which goes with the mail that tells of it (PROV-02). */
@Component
class ReceiptAttachment implements MailAttachments {

    private static final String TEMPLATE = "providers/membership-received";

    private final MembershipRows rows;
    private final MembershipPapers papers;
    private final CareEstablishments establishments;
    private final Providers providers;

    ReceiptAttachment(
            MembershipRows rows, MembershipPapers papers, CareEstablishments establishments, Providers providers) {
        this.rows = rows;
        this.papers = papers;
        this.establishments = establishments;
        this.providers = providers;
    }

    @Override
    public boolean supports(String template) {
        return template.equals(TEMPLATE);
    }

    @Override
    public List<Attachment> of(Map<String, Object> model) {
        String number = String.valueOf(model.get("number"));
        Membership own = rows.find(number).orElseThrow();
        byte[] pdf = papers.receipt(
                number,
                own,
                establishments.find(own.establishment()).orElseThrow(),
                Objects.requireNonNull(own.reception()),
                providers.organismName());
        return List.of(new Attachment(MembershipInstructions.receiptName(number), "application/pdf", pdf));
    }
}
