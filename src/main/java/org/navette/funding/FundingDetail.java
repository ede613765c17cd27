package org.navette.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.directory.Software;
import org.navette.engine.Phase;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Request;

/**
 * A request for funding as its supplier reads it (FUND-20).
 *
 * @param software as the ANS has it
 * @param advance what the advance declares; null for an advance
 */
public record FundingDetail(Request request, FundingRequest own, Software software, @Nullable Declaration advance) {

    /**
     * An amount.
     *
     * @param amount null until an agent has looked at the request
     * @param explanation what it means
     */
    public record Amount(String label, @Nullable BigDecimal amount, String explanation) {}

    /**
     * A line of the table of beneficiaries.
     *
     * @param number with its kind where the couloir has several
     * @param inAdvance whether the advance is for it too; null for an advance
     */
    public record BeneficiaryLine(Declaration.Beneficiary beneficiary, String number, @Nullable Boolean inAdvance) {}

    /**
     * A question of the installation scenario.
     *
     * @param isChecked true when the answer is held against what the software is referenced for
     */
    public record Answer(String words, boolean isTrue, boolean isChecked) {}

    /** The guide's four amounts, in its words; the last three only after an agent's first instruction. */
    public List<Amount> amounts() {
        boolean isAdvance = own.type() == RequestType.ADVANCE;
        String at = isAdvance ? "de l'avance" : "du solde";
        String paper = isAdvance ? "du bon de commande" : "de la facture";
        String tag = isAdvance ? "montantSegurHT" : "montantSegurHTFacture";
        String sort = isAdvance ? "prévisionnel" : "réalisé";
        List<Amount> all = new ArrayList<>();
        all.add(new Amount(
                "Montant SEGUR total hors taxe déclaré lors " + at,
                own.declaration().amount(),
                "Montant total hors taxe que vous avez déclaré dans le JSON lors %s (balise «\u00a0%s\u00a0»), correspondant au montant hors taxe %s."
                        .formatted(at, tag, paper)));
        Amounts amounts = own.amounts();
        if (amounts == null) {
            return all;
        }
        all.add(new Amount(
                "Montant de l'engagement SEGUR hors taxe retenu (lors " + at + ")",
                amounts.retainedExclTax(),
                "Montant total hors taxe " + sort + " retenu pour la prestation SEGUR."));
        all.add(new Amount(
                "Montant de l'engagement SEGUR retenu (lors " + at + " - fonction du régime TVA)",
                amounts.retained(),
                "Montant total " + sort + " retenu pour la prestation SEGUR. Il tient compte de votre régime de TVA."));
        all.add(
                new Amount(
                        "Montant décidé " + at + " (fonction du régime TVA)",
                        amounts.amount(),
                        isAdvance
                                ? "Montant décidé pour paiement au titre de l'avance. Il tient compte de votre régime de TVA."
                                : "Montant à payer au titre du solde. Il tient compte de votre régime de TVA et du montant de l'avance déjà versé."));
        return all;
    }

    /** The rate of VAT in words. */
    public String vatRate() {
        return FundingSheet.percent(own.vatRate());
    }

    /** What its couloir says differently. */
    public CouloirTerms terms() {
        return CouloirTerms.of(own.couloir());
    }

    /** What the guide calls the couloir's beneficiaries. */
    public String beneficiaryWord() {
        return own.couloir() == Couloir.HOP ? "ES-PMSI" : "bénéficiaire";
    }

    /** True when one beneficiary has ordered for itself. */
    public boolean isSingle() {
        return own.declaration().mandatary() == null;
    }

    /** Whom it is for; the lines of a balance say whether its advance is for them too. */
    public List<BeneficiaryLine> beneficiaries() {
        Set<String> funded = advance == null ? Set.of() : BalanceRule.beneficiaries(advance);
        boolean several = terms().identifiers().size() > 1;
        return own.declaration().beneficiaries().stream()
                .map(one -> new BeneficiaryLine(
                        one,
                        several ? one.kind().shortLabel() + " " + one.number() : one.number(),
                        advance == null ? null : funded.contains(one.kind() + " " + one.number())))
                .toList();
    }

    /** Those of the advance that the balance has left out: kind and number. */
    public List<String> leftOut() {
        if (advance == null) {
            return List.of();
        }
        Set<String> present = BalanceRule.beneficiaries(own.declaration());
        return advance.beneficiaries().stream()
                .filter(one -> !present.contains(one.kind() + " " + one.number()))
                .map(one -> one.name() + " (" + one.kind().shortLabel() + " " + one.number() + ")")
                .toList();
    }

    /** True for a balance with exactly the beneficiaries of its advance. */
    public boolean isMatching() {
        return advance != null
                && BalanceRule.beneficiaries(advance).equals(BalanceRule.beneficiaries(own.declaration()));
    }

    /** The number of the advance of a balance. */
    public @Nullable String advanceNumber() {
        return own.advance() == null ? null : FundingNumbers.advance(own.dossier());
    }

    /** The questions of the installation scenario that are answered, in the couloir's order. */
    public List<Answer> answers() {
        return terms().scenario().stream()
                .filter(term -> own.declaration().scenario().answers().containsKey(term.property()))
                .map(term -> new Answer(
                        ScenarioWords.of(term.property()),
                        own.declaration().scenario().answers().get(term.property()),
                        term.profile() != null))
                .toList();
    }

    /** Whether the establishments' professional profile is held against what the software is referenced for. */
    public boolean isChecked(Declaration.Site site) {
        return CouloirTerms.SITE_PROFILES.containsKey(site.trade());
    }

    /** True when documents can be added. */
    public boolean canAdd() {
        return request.allows(FundingProcess.ADD);
    }

    /** True when the supplier can change what the agent has named. */
    public boolean canModify() {
        return request.allows(FundingProcess.MODIFY);
    }

    /** What the supplier may change, as people read it. */
    public List<String> awaitedFields() {
        return own.fields().stream().map(FundingRequest.Field::label).toList();
    }

    /** True while something is waited for. */
    public boolean isAwaiting() {
        return request.phase() == Phase.WITH_PARTNER && own.remark() != null;
    }
}
