package org.navette.providers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Dirhams;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a prior agreement. */
@Component
@Transactional(readOnly = true)
class PriorAgreementDossier implements CareDossier {

    private final PriorAgreementRows rows;
    private final CareBlocks blocks;
    private final Formats formats;

    PriorAgreementDossier(PriorAgreementRows rows, CareBlocks blocks, Formats formats) {
        this.rows = rows;
        this.blocks = blocks;
        this.formats = formats;
    }

    @Override
    public String espace() {
        return PriorAgreement.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return request.authorName();
    }

    @Override
    public List<Block> blocks(Request request) {
        PriorAgreement own = rows.get(request.id());
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("receivedOn", "Reçue le", formats.day(own.receivedOn())),
                Line.of("requested", "Montant demandé", Dirhams.of(own.requested()))));
        if (own.granted() != null) {
            lines.add(Line.of("granted", "Montant accordé", Dirhams.of(own.granted())));
            lines.add(Line.of("used", "Déjà utilisé", Dirhams.of(own.used())));
        }
        if (own.validUntil() != null) {
            lines.add(Line.of("validUntil", "Valable jusqu'au", formats.day(own.validUntil())));
        }
        if (own.reasons() != null && !own.reasons().isEmpty()) {
            lines.add(Line.of("reasons", "Motifs", own.reasons()));
        }
        return List.of(
                new Block("Prise en charge", lines),
                blocks.establishment(own.establishment()),
                blocks.insured(own.cnssNumber(), own.beneficiary(), own.receivedOn()));
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(AgreementPapers.DECISION, "Décision");
    }
}
