package org.navette.funding;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.navette.directory.Software;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Euros;

/** A request for funding laid out block by block: for agents, and for the versions of it. */
final class FundingSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private FundingSheet() {}

    static List<Block> of(FundingRequest own, Software software, Supplier supplier) {
        Declaration declared = own.declaration();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(
                "Fournisseur",
                List.of(
                        line("uid", "Identifiant", supplier.uid()),
                        line("company", "Dénomination sociale", supplier.name()),
                        line("siret", "SIRET", supplier.siret()))));
        blocks.add(new Block(
                "Logiciel référencé",
                List.of(
                        line("ans", "N° unique de référencement (ANS)", software.ansNumber()),
                        line("software", "Logiciel", software.type() + " " + software.name()),
                        line("couloir", "Couloir", software.couloir().label()),
                        line("dsr", "DSR", software.dsr()),
                        line("profiles", "Profils référencés", EnrolmentDossier.profiles(software)))));
        blocks.add(request(own));
        blocks.addAll(people(declared));
        return blocks;
    }

    /** What a supplier declares, which a version of a request is. */
    static List<Block> declared(Declaration declared) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(
                "Commande",
                List.of(
                        line("editorNumber", "N° éditeur", declared.editorNumber()),
                        line("ordered", "Date de la commande", DAY.format(declared.orderedOn())),
                        line("declared", "Montant hors taxe déclaré", Euros.of(declared.amount())))));
        blocks.addAll(people(declared));
        return blocks;
    }

    /** Whom it is for, who has ordered, who administers, and what is installed. */
    private static List<Block> people(Declaration declared) {
        List<Block> blocks = new ArrayList<>();
        declared.beneficiaries().forEach(one -> blocks.add(beneficiary(one)));
        if (declared.mandatary() != null) {
            Declaration.Mandatary it = declared.mandatary();
            blocks.add(new Block(
                    "Mandataire",
                    List.of(
                            line("mandatary", "Nom", it.name()),
                            line("mandataryCompany", "Raison sociale", it.company()),
                            line("mandatarySiret", "SIRET", it.siret() == null ? "–" : it.siret()),
                            line("mandataryEmail", "E-mail", it.email()),
                            line("mandataryPhone", "Téléphone", it.phone()))));
        }
        declared.administrators()
                .forEach(it -> blocks.add(new Block(
                        "Administrateur technique " + it.name(),
                        List.of(
                                line("administrator", "Nom", it.name()),
                                line("administratorEmail", "E-mail", it.email()),
                                line("administratorPhone", "Téléphone", it.phone())))));
        blocks.add(new Block("Scénario d'installation", scenario(declared.scenario())));
        return blocks;
    }

    private static Block request(FundingRequest own) {
        Declaration declared = own.declaration();
        List<Line> lines = new ArrayList<>(List.of(
                line("type", "Type", own.type().label()),
                line("editorNumber", "N° éditeur", declared.editorNumber()),
                line("ordered", "Date de la commande", DAY.format(declared.orderedOn())),
                line("regime", "Régime TVA", own.vatRegime().label()),
                line("rate", "Taux TVA", percent(own.vatRate())),
                line("declared", "Montant hors taxe déclaré", Euros.of(declared.amount()))));
        Amounts amounts = own.amounts();
        if (amounts != null) {
            lines.add(line("retainedExcl", "Montant hors taxe retenu", Euros.of(amounts.retainedExclTax())));
            lines.add(line("retained", "Montant retenu (fonction du régime TVA)", Euros.of(amounts.retained())));
            lines.add(line(
                    "amount",
                    own.type() == RequestType.ADVANCE ? "Montant de l'avance" : "Montant du solde",
                    Euros.of(amounts.amount())));
            if (amounts.recovery().signum() > 0) {
                lines.add(line("recovery", "Trop-perçu à recouvrer", Euros.of(amounts.recovery())));
            }
        }
        return new Block("Demande", lines);
    }

    private static Block beneficiary(Declaration.Beneficiary one) {
        return new Block(
                "Bénéficiaire " + one.number(),
                List.of(
                        line("beneficiary", "Nom", one.name()),
                        line("beneficiaryCompany", "Raison sociale", one.company() == null ? "–" : one.company()),
                        line("beneficiaryNumber", one.kind().label(), one.number()),
                        line("beneficiaryEmail", "E-mail", one.email()),
                        line("beneficiaryPhone", "Téléphone", one.phone())));
    }

    private static List<Line> scenario(Declaration.Scenario scenario) {
        List<Line> lines = new ArrayList<>();
        // a map has no order of its own
        Map<String, Boolean> answers = new TreeMap<>(scenario.answers());
        answers.forEach(
                (property, answer) -> lines.add(line(property, ScenarioWords.of(property), answer ? "Oui" : "Non")));
        if (scenario.citizenMailbox() != null) {
            lines.add(line("mailbox", "Adresse de la boîte MSS citoyen", scenario.citizenMailbox()));
        }
        for (Declaration.Site site : scenario.sites()) {
            lines.add(line(
                    "site",
                    "FINESS géographique " + site.finess(),
                    "%s, %s, maître d'identité %s, référent soin %s, stockage de l'identité %s, %s"
                            .formatted(
                                    site.formerVersion(),
                                    site.trade(),
                                    yes(site.masterOfIdentities()),
                                    yes(site.referenceForCare()),
                                    yes(site.storesIdentities()),
                                    site.mailOperator())));
        }
        return lines.isEmpty() ? List.of(line("scenario", "Scénario", "–")) : lines;
    }

    private static String yes(boolean value) {
        return value ? "oui" : "non";
    }

    /** {@code 5,5 %}. */
    static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00a0%";
    }

    private static Line line(String key, String label, String text) {
        return new Line(key, label, List.of(text), false);
    }
}
