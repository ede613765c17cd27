package org.navette.procedures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Establishment;
import org.navette.directory.FrenchPhone;
import org.navette.directory.LegalRepresentative;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.requests.DossierSource;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a demand to be recognised as responsible, and what its mails say. */
@Component
@Transactional(readOnly = true)
class ResponsibleDossier implements DossierSource, LetterFacts {

    /** What canned answers for these demands are kept under. */
    private static final String TOPIC = "responsible";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final ResponsibleRows rows;
    private final Companies companies;
    private final Forms forms;
    private final Offices offices;

    ResponsibleDossier(ResponsibleRows rows, Companies companies, Forms forms, Offices offices) {
        this.rows = rows;
        this.companies = companies;
        this.forms = forms;
        this.offices = offices;
    }

    @Override
    public String espace() {
        return ResponsibleDemand.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return companies
                .find(rows.get(request.id()).company())
                .map(Company::name)
                .orElse("");
    }

    /** The person, what they give as a proof, and beside it what the directory knows. */
    @Override
    public List<Block> blocks(Request request) {
        ResponsibleDemand demand = rows.get(request.id());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block("Personne qui demande à être reconnue responsable juridique", person(demand)));
        blocks.addAll(forms.layout(forms.version(ResponsibleDemands.FORM, demand.form()), demand.answers(), Map.of()));
        companies.find(demand.company()).ifPresent(company -> {
            blocks.add(new Block("Entreprise, selon l'annuaire", company(company)));
            blocks.add(new Block("Représentants légaux, selon l'annuaire", representatives(company)));
        });
        return blocks;
    }

    private static List<Line> person(ResponsibleDemand demand) {
        return List.of(
                line("title", "Civilité", civility(demand.civility())),
                line("lastName", "Nom", demand.lastName()),
                line("firstName", "Prénom", demand.firstName()),
                line("email", "Adresse e-mail", demand.email()),
                line("phone", "Téléphone", FrenchPhone.shown(demand.phone())));
    }

    private static List<Line> company(Company company) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("company", "Raison sociale", company.name()));
        lines.add(line("siren", "SIREN", company.siren()));
        company.headOffice().map(Establishment::siret).ifPresent(siret -> lines.add(line("siret", "Siège", siret)));
        return lines;
    }

    private static List<Line> representatives(Company company) {
        List<Line> lines = new ArrayList<>();
        for (LegalRepresentative each : company.legalRepresentatives()) {
            lines.add(line(
                    "representative",
                    each.quality().isEmpty() ? "Représentant légal" : each.quality(),
                    civility(each.civility()) + " " + each.lastName() + " " + each.firstName() + ", né(e) le "
                            + day(each.birthDate())));
        }
        return lines.isEmpty() ? List.of(line("representative", "Représentant légal", "Aucun")) : lines;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String civility(String code) {
        return code.equals("MRS") ? "Madame" : "Monsieur";
    }

    private static Line line(String key, String label, String text) {
        return new Line(key, label, List.of(text), false);
    }

    @Override
    public String answerContext() {
        return Instructions.CONTEXT;
    }

    @Override
    public String answerOwner() {
        return Instructions.OWNER;
    }

    @Override
    public List<String> topics(Request request) {
        return List.of("", TOPIC);
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(ResponsibleDemands.PROOF, "Justificatif");
    }

    @Override
    public List<Topic> topics(String organism) {
        return organism.equals(offices.organism())
                ? List.of(new Topic(TOPIC, ResponsibleDemand.SUBJECT, List.of()))
                : List.of();
    }

    @Override
    public Map<String, Object> of(Request request) {
        ResponsibleDemand demand = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        if (demand.explanation() != null) {
            facts.put("text", demand.explanation());
        }
        // who is not recognised learns nothing of the company
        if ("ACCEPTED".equals(demand.decision())) {
            companies.find(demand.company()).ifPresent(company -> facts.put("company", company.name()));
        }
        return facts;
    }
}
