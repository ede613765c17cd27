package org.navette.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.funding.PaymentRows.Payment;
import org.navette.funding.PaymentRows.Run;
import org.navette.portal.Euros;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What accountants read of a run: its transfers. Its file is among the request's files, always the same bytes. */
@Component
@Transactional(readOnly = true)
class PaymentDossier implements AgencyDossier {

    /** As many as somebody reads; the file and the totals have all. */
    private static final int SHOWN = 300;

    private final PaymentRows rows;
    private final Debtor debtor;
    private final Formats formats;

    PaymentDossier(PaymentRows rows, Debtor debtor, Formats formats) {
        this.rows = rows;
        this.debtor = debtor;
        this.formats = formats;
    }

    @Override
    public String espace() {
        return PaymentRuns.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return debtor.name();
    }

    @Override
    public List<Block> blocks(Request request) {
        Run run = rows.get(request.id());
        List<Payment> payments = rows.payments(run.id());
        BigDecimal sum = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Line> facts = new ArrayList<>(List.of(
                Line.of("debtor", "Compte débité", debtor.iban()),
                Line.of("count", "Nombre de virements", String.valueOf(payments.size())),
                Line.of("sum", "Total", Euros.of(sum))));
        if (run.executedOn() != null) {
            facts.add(Line.of("executed", "Exécuté le", formats.day(run.executedOn())));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block("Virement groupé", facts)));
        String title = payments.size() > SHOWN ? "Les %d premiers virements".formatted(SHOWN) : "Virements";
        blocks.add(new Block(
                title, payments.stream().limit(SHOWN).map(PaymentDossier::line).toList()));
        return blocks;
    }

    private static Line line(Payment payment) {
        return Line.of(
                payment.number(),
                payment.number(),
                "%s, %s, %s".formatted(Euros.of(payment.amount()), payment.holder(), payment.iban()));
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(PaymentRuns.FILE, "Fichier de virements SEPA");
    }
}
