package org.navette.funding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.funding.DecisionRows.Batch;
import org.navette.funding.DecisionRows.Candidate;
import org.navette.funding.DecisionRows.State;
import org.navette.portal.Euros;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors read of a batch: the envelope, and the requests oldest first, with what fits (FUND-16). */
@Component
@Transactional(readOnly = true)
class DecisionDossier implements AgencyDossier {

    /** As many as somebody reads; the totals count all. */
    private static final int SHOWN = 300;

    private final DecisionRows rows;
    private final Envelopes envelopes;
    private final Formats formats;
    private final Clock clock;

    DecisionDossier(DecisionRows rows, Envelopes envelopes, Formats formats, Clock clock) {
        this.rows = rows;
        this.envelopes = envelopes;
        this.formats = formats;
        this.clock = clock;
    }

    @Override
    public String espace() {
        return FundingDecisions.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return "Couloir " + rows.get(request.id()).couloir().label();
    }

    @Override
    public List<Block> blocks(Request request) {
        Batch batch = rows.get(request.id());
        int year = LocalDate.now(clock).getYear();
        Envelopes.Envelope envelope = envelopes.of(batch.couloir(), year);
        List<Candidate> lines = rows.lines(batch.id());
        BigDecimal room = envelope.remaining();
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal fitting = BigDecimal.ZERO;
        int fit = 0;
        List<Line> shown = new ArrayList<>();
        for (Candidate line : lines) {
            total = total.add(line.amount());
            boolean fits = line.decidable() && fitting.add(line.amount()).compareTo(room) <= 0;
            if (fits) {
                fitting = fitting.add(line.amount());
                fit++;
            }
            if (shown.size() < SHOWN) {
                shown.add(Line.of(line.number(), line.number(), text(batch, line, fits, fitting)));
            }
        }
        List<Block> blocks = new ArrayList<>(List.of(
                new Block(
                        "Enveloppe " + batch.couloir().label() + " " + year,
                        List.of(
                                Line.of("amount", "Montant", Euros.of(envelope.amount())),
                                Line.of("committed", "Engagé", Euros.of(envelope.committed())),
                                Line.of("remaining", "Reste", Euros.of(room)))),
                new Block(
                        "Lot",
                        List.of(
                                Line.of("count", "Demandes", String.valueOf(lines.size())),
                                Line.of("total", "Total", Euros.of(total)),
                                Line.of(
                                        "fitting",
                                        "Tient dans l'enveloppe",
                                        batch.choice() == null
                                                ? "%d %s, %s"
                                                        .formatted(
                                                                fit,
                                                                fit < 2 ? "demande" : "demandes",
                                                                Euros.of(fitting))
                                                : "Décision prise")))));
        if (!shown.isEmpty()) {
            String title = lines.size() > SHOWN
                    ? "Les %d demandes les plus anciennes".formatted(SHOWN)
                    : "Demandes, de la plus ancienne à la plus récente";
            blocks.add(new Block(title, shown));
        }
        return blocks;
    }

    private String text(Batch batch, Candidate line, boolean fits, BigDecimal cumulated) {
        String begin = French.say("%s, validée le %s ; ", Euros.of(line.amount()), formats.day(line.validatedAt()));
        if (batch.choice() != null || line.state() != State.WAITING) {
            return begin + line.state().label();
        }
        if (!line.decidable()) {
            return begin + State.GONE.label();
        }
        return begin + (fits ? "cumul " + Euros.of(cumulated) : State.NO_ROOM.label());
    }
}
