package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Dirhams;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What accountants read of a run: its transfers, one for each establishment. */
@Component
@Transactional(readOnly = true)
class TransferDossier implements CareDossier {

    /** As many as somebody reads; the totals are of all. */
    private static final int SHOWN = 300;

    private final TransferRows rows;
    private final Formats formats;

    TransferDossier(TransferRows rows, Formats formats) {
        this.rows = rows;
        this.formats = formats;
    }

    @Override
    public String espace() {
        return Transfers.ESPACE;
    }

    @Override
    public List<Block> blocks(Request request) {
        List<TransferRows.Transfer> all = rows.transfers(request.id());
        BigDecimal sum = all.stream().map(TransferRows.Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        int files = all.stream().mapToInt(TransferRows.Transfer::files).sum();
        List<Line> facts = new ArrayList<>(List.of(
                Line.of("count", "Nombre de virements", String.valueOf(all.size())),
                Line.of("files", "Nombre de dossiers", String.valueOf(files)),
                Line.of("sum", "Total", Dirhams.of(sum))));
        LocalDate on = rows.executedOn(request.id());
        if (on != null) {
            facts.add(Line.of("executed", "Exécuté le", formats.day(on)));
        }
        String title = all.size() > SHOWN ? "Les %d premiers virements".formatted(SHOWN) : "Virements";
        return List.of(
                new Block("Virement groupé", facts),
                new Block(
                        title,
                        all.stream().limit(SHOWN).map(TransferDossier::line).toList()));
    }

    private static Line line(TransferRows.Transfer it) {
        return Line.of(
                it.inpe(),
                it.name() + " (" + it.inpe() + ")",
                Dirhams.of(it.amount()) + ", " + it.files() + (it.files() > 1 ? " dossiers" : " dossier"));
    }
}
