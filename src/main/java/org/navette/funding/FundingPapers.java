package org.navette.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.portal.Euros;
import org.navette.portal.Formats;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The documents that the agency issues for a request, kept among its files (FUND-16, FUND-17). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FundingPapers {

    /** Steps of the files, in the order in which they are issued. */
    static final String AWARD = "award";

    static final String DECISION = "decision";
    static final String NOTICE = "notice";

    /** What the files are called, by their step. */
    static final Map<String, String> LABELS = Map.of(
            AWARD, "Décision d'attribution",
            DECISION, "Décision de versement",
            NOTICE, "Avis de paiement");

    private final FileStore files;
    private final Suppliers suppliers;
    private final Softwares softwares;
    private final Organisms organisms;
    private final Formats formats;
    private final Clock clock;

    FundingPapers(
            FileStore files,
            Suppliers suppliers,
            Softwares softwares,
            Organisms organisms,
            Formats formats,
            Clock clock) {
        this.files = files;
        this.suppliers = suppliers;
        this.softwares = softwares;
        this.organisms = organisms;
        this.formats = formats;
        this.clock = clock;
    }

    /** The award decision of an advance that was validated. */
    StoredFile award(Request request, FundingRequest own) {
        return issue(
                request,
                own,
                AWARD,
                "La demande ci-dessous est conforme aux textes de référence du Ségur numérique. Le financement est attribué"
                        + " dans la limite de l'enveloppe du couloir ; son versement fait l'objet d'une décision distincte.",
                amounts(own));
    }

    /** The decision that a request will be paid. */
    StoredFile decision(Request request, FundingRequest own) {
        return issue(
                request,
                own,
                DECISION,
                "Le versement du montant ci-dessous est décidé. Il sera viré sur le compte bancaire actif du fournisseur à"
                        + " la date de la présente décision.",
                amounts(own));
    }

    /**
     * The notice that a request was paid.
     *
     * @param on the day that the bank carried it out
     */
    StoredFile notice(Request request, FundingRequest own, PaymentRows.Payment payment, LocalDate on) {
        return issue(
                request,
                own,
                NOTICE,
                "Le montant ci-dessous a été viré au titre du Ségur numérique.",
                List.of(
                        new Paper.Fact("Montant versé", Euros.of(payment.amount())),
                        new Paper.Fact("Date d'effet", formats.day(on)),
                        new Paper.Fact("Compte crédité", "IBAN " + payment.iban() + ", BIC " + payment.bic()),
                        new Paper.Fact("Titulaire", payment.holder()),
                        new Paper.Fact("Objet du versement", FundingPayments.OBJECT)));
    }

    private static List<Paper.Fact> amounts(FundingRequest own) {
        Amounts amounts = java.util.Objects.requireNonNull(own.amounts());
        boolean advance = own.type() == RequestType.ADVANCE;
        return List.of(
                new Paper.Fact(
                        "Montant hors taxe déclaré", Euros.of(own.declaration().amount())),
                new Paper.Fact("Montant hors taxe retenu", Euros.of(amounts.retainedExclTax())),
                new Paper.Fact(
                        "Montant retenu",
                        Euros.of(amounts.retained()) + " (régime "
                                + own.vatRegime().label() + ", TVA " + FundingSheet.percent(own.vatRate()) + ")"),
                new Paper.Fact(advance ? "Montant de l'avance" : "Montant du solde", Euros.of(amounts.amount())));
    }

    private StoredFile issue(Request request, FundingRequest own, String step, String text, List<Paper.Fact> money) {
        Supplier supplier = suppliers.find(own.supplier()).orElseThrow();
        Software software = softwares.find(own.ansNumber()).orElseThrow();
        int beneficiaries = own.declaration().beneficiaries().size();
        List<Paper.Fact> subject = new ArrayList<>(List.of(
                new Paper.Fact(
                        "Demande", request.number() + " (" + own.type().label().toLowerCase(Locale.FRENCH) + ")"),
                new Paper.Fact("Fournisseur", supplier.name() + ", SIRET " + supplier.siret()),
                new Paper.Fact("Adresse", supplier.address()),
                new Paper.Fact("Logiciel", software.type() + " " + software.name()),
                new Paper.Fact("N° de référencement (ANS)", software.ansNumber()),
                new Paper.Fact("Couloir", own.couloir().label()),
                new Paper.Fact(
                        "Bénéficiaires finaux",
                        beneficiaries + (beneficiaries == 1 ? " bénéficiaire" : " bénéficiaires"))));
        var paper = new Paper(
                organisms
                        .findById(request.scope().organism())
                        .map(Organism::name)
                        .orElse(request.scope().organism()),
                LABELS.get(step),
                formats.day(LocalDate.now(clock)),
                request.number(),
                French.say(text),
                List.of(new Paper.Part("Demande", subject), new Paper.Part("Montants", money)));
        String name = request.number() + "-" + FILE_NAMES.get(step) + ".pdf";
        return files.make(request.id(), Direction.RECEIVED, step, name, "application/pdf", paper.print());
    }

    private static final Map<String, String> FILE_NAMES =
            Map.of(AWARD, "decision-attribution", DECISION, "decision-versement", NOTICE, "avis-de-paiement");
}
