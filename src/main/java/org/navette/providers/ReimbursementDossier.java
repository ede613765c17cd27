package org.navette.providers;

import java.util.ArrayList;
import java.util.List;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Dirhams;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a reimbursement file. */
@Component
@Transactional(readOnly = true)
class ReimbursementDossier implements CareDossier {

    private final ReimbursementRows rows;
    private final PriorAgreementRows agreements;
    private final CareBlocks blocks;
    private final Formats formats;

    ReimbursementDossier(ReimbursementRows rows, PriorAgreementRows agreements, CareBlocks blocks, Formats formats) {
        this.rows = rows;
        this.agreements = agreements;
        this.blocks = blocks;
        this.formats = formats;
    }

    @Override
    public String espace() {
        return Reimbursement.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return request.authorName();
    }

    @Override
    public List<Block> blocks(Request request) {
        Reimbursement own = rows.get(request.id());
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("depositedOn", "Déposé le", formats.day(own.depositedOn())),
                Line.of("careOn", "Date de soins", formats.day(own.careOn())),
                Line.of("invoice", "Référence de la facture", own.invoice()),
                Line.of("billed", "Montant facturé", Dirhams.of(own.billed()))));
        if (own.approved() != null) {
            lines.add(Line.of("approved", "Montant approuvé", Dirhams.of(own.approved())));
        }
        if (own.reasons() != null && !own.reasons().isEmpty()) {
            lines.add(Line.of("reasons", "Motifs", own.reasons()));
        }
        List<Block> all = new ArrayList<>(List.of(new Block("Dossier de remboursement", lines)));
        Long agreement = own.agreementId();
        if (agreement != null) {
            all.add(agreement(agreements.get(agreement)));
        } else if (own.agreementNumber() != null) {
            all.add(new Block("Prise en charge", List.of(Line.of("agreement", "N° de la PEC", own.agreementNumber()))));
        }
        all.add(blocks.establishment(own.establishment()));
        all.add(blocks.insured(own.cnssNumber(), own.beneficiary(), own.careOn()));
        return all;
    }

    private Block agreement(PriorAgreement it) {
        return new Block(
                "Prise en charge",
                List.of(
                        Line.of("agreement", "N° de la PEC", it.number()),
                        Line.of("granted", "Montant accordé", it.granted() == null ? "–" : Dirhams.of(it.granted())),
                        Line.of("left", "Reste, ce dossier déduit", Dirhams.of(it.left())),
                        Line.of(
                                "validUntil",
                                "Valable jusqu'au",
                                it.validUntil() == null ? "–" : formats.day(it.validUntil()))));
    }
}
