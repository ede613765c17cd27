package org.navette.providers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.portal.Formats;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a membership, and what its mails say. */
@Component
@Transactional(readOnly = true)
class MembershipDossier implements CareDossier, LetterFacts {

    private final MembershipRows rows;
    private final CareEstablishments establishments;
    private final Providers providers;
    private final Forms forms;
    private final Formats formats;

    MembershipDossier(
            MembershipRows rows, CareEstablishments establishments, Providers providers, Forms forms, Formats formats) {
        this.rows = rows;
        this.establishments = establishments;
        this.providers = providers;
        this.forms = forms;
        this.formats = formats;
    }

    @Override
    public String espace() {
        return Membership.ESPACE;
    }

    /** What the reference table has, what was declared, and what the establishment had declared before. */
    @Override
    public List<Block> blocks(Request request) {
        Membership own = rows.get(request.id());
        List<Block> blocks = new ArrayList<>();
        establishments.find(own.establishment()).ifPresent(known -> blocks.add(reference(known)));
        if (own.form() == null) {
            blocks.add(new Block(
                    "Informations déclarées",
                    List.of(Line.of("email", "Adresse e-mail", own.email()), Line.of("gsm", "Numéro GSM", own.gsm()))));
        } else {
            blocks.addAll(forms.layout(forms.byDefinition(own.form()), own.answers(), Map.of()));
        }
        blocks.add(providers
                .director(own.establishment())
                .map(MembershipDossier::present)
                .orElse(new Block(
                        "Comptes",
                        List.of(Line.of("accounts", "Comptes ouverts", "Aucun\u00a0: ils seront créés au contrôle")))));
        Membership.Reception reception = own.reception();
        if (reception != null) {
            blocks.add(new Block(
                    "Réception en agence",
                    List.of(
                            Line.of("receivedOn", "Reçu le", formats.day(reception.on())),
                            Line.of("agency", "Agence", reception.agency()),
                            Line.of(
                                    "identityCopy",
                                    "Copie de la pièce d'identité",
                                    reception.identityCopy() ? "Jointe" : "Sans objet"))));
        }
        return blocks;
    }

    private static Block reference(CareEstablishment it) {
        return new Block(
                "Référentiel de la CNSS",
                List.of(
                        Line.of("inpe", "INPE", it.inpe()),
                        Line.of("sector", "Secteur", it.sector().label()),
                        Line.of("knownName", "Nom", it.name()),
                        Line.of("knownIce", "ICE", orDash(it.ice())),
                        Line.of("knownCnssId", "Identifiant CNSS", orDash(it.cnssId())),
                        Line.of("knownAddress", "Adresse", orDash(it.address())),
                        Line.of("knownCity", "Ville", orDash(it.city()))));
    }

    private static Block present(Director it) {
        return new Block(
                "Comptes ouverts, au nom de",
                List.of(
                        Line.of("present", "Directeur", it.firstName() + " " + it.lastName()),
                        Line.of("presentEmail", "Adresse e-mail actuelle", it.email()),
                        Line.of("presentGsm", "Numéro GSM actuel", it.gsm())));
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(MembershipInstructions.RECEIPT, "Accusé de réception");
    }

    @Override
    public Optional<Addressee> addressee(Request request) {
        Membership own = rows.get(request.id());
        return Optional.of(
                own.form() == null
                        ? new Addressee(own.email(), request.person() == null ? "" : request.person(), "")
                        : new Addressee(own.email(), own.text("firstName"), own.text("lastName")));
    }

    @Override
    public Map<String, Object> of(Request request) {
        Membership own = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        facts.put("inpe", establishments.find(own.establishment()).orElseThrow().inpe());
        facts.put("establishment", request.person() == null ? "" : request.person());
        if (own.ground() != null) {
            facts.put("text", own.ground());
        }
        Membership.Reception reception = own.reception();
        if (reception != null) {
            facts.put("receivedOn", formats.day(reception.on()));
            facts.put("agency", reception.agency());
        }
        return facts;
    }
}
