package org.navette.funding;

import java.util.ArrayList;
import java.util.List;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.FundingDocuments.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New people of a supplier, beside those that it has. */
@Component
@Transactional(readOnly = true)
class ContactChangeDossier extends AccountChangeDossier {

    ContactChangeDossier(AccountChangeRows rows, Suppliers suppliers, FundingDocuments documents, Forms forms) {
        super(
                Kind.PERSONS,
                new Topic("persons", "Personnes physiques", List.of()),
                List.of(Subject.PERSONS, Subject.CONTACT_DETAILS),
                rows,
                suppliers,
                documents,
                forms);
    }

    @Override
    List<Block> now(Supplier supplier) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block("Représentant légal actuel", person("nowRepresentative", supplier.representative())));
        blocks.add(
                supplier.applicant() == null
                        ? new Block(
                                "Demandeur actuel",
                                List.of(Line.of("nowApplicant", "Demandeur", "Le représentant légal")))
                        : new Block("Demandeur actuel", person("nowApplicant", supplier.applicant())));
        return blocks;
    }

    private static List<Line> person(String key, Contact person) {
        return List.of(
                Line.of(key + "LastName", "Nom", person.lastName()),
                Line.of(key + "FirstName", "Prénom", person.firstName()),
                Line.of(key + "Email", "Adresse e-mail", person.email()),
                Line.of(key + "Phone", "Téléphone", person.shownPhone()));
    }
}
