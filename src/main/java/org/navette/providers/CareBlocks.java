package org.navette.providers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Formats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of who gives care, and to whom, on every dossier of care. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class CareBlocks {

    private final CareEstablishments establishments;
    private final InsuredRows insured;
    private final Formats formats;

    CareBlocks(CareEstablishments establishments, InsuredRows insured, Formats formats) {
        this.establishments = establishments;
        this.insured = insured;
        this.formats = formats;
    }

    Block establishment(UUID id) {
        CareEstablishment it = establishments.find(id).orElseThrow();
        return new Block(
                "Établissement de soins",
                List.of(
                        Line.of("inpe", "INPE", it.inpe()),
                        Line.of("establishment", "Nom", it.name()),
                        Line.of("city", "Ville", it.city().isEmpty() ? "–" : it.city())));
    }

    /** @param day on which the rights count */
    Block insured(String cnssNumber, String beneficiary, LocalDate day) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("cnssNumber", "N° CNSS", cnssNumber), Line.of("beneficiary", "Bénéficiaire", beneficiary)));
        Optional<Insured.Person> person = insured.byCnssNumber(cnssNumber).flatMap(it -> it.named(beneficiary));
        person.ifPresent(it -> {
            lines.add(Line.of("relation", "Lien", it.relation().label()));
            lines.add(Line.of("bornOn", "Né le", formats.day(it.bornOn())));
        });
        String rights = person.map(it -> it.isOpen(day) ? "Ouverts" : "Fermés").orElse("Inconnus");
        lines.add(Line.of("rights", "Droits au " + formats.day(day), rights));
        return new Block("Assuré", lines);
    }
}
