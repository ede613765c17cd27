package org.navette.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.forms.Option;
import org.navette.requests.DossierSource;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a request of the espace. */
@Component
@Transactional(readOnly = true)
class ProcedureDossier implements DossierSource {

    private final ProcedureRows rows;
    private final Reading reading;
    private final Kinds kinds;
    private final Companies companies;
    private final Offices offices;

    ProcedureDossier(ProcedureRows rows, Reading reading, Kinds kinds, Companies companies, Offices offices) {
        this.rows = rows;
        this.reading = reading;
        this.kinds = kinds;
        this.companies = companies;
        this.offices = offices;
    }

    @Override
    public String espace() {
        return Office.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return companies
                .find(request.scope().structure())
                .map(Company::name)
                .orElseGet(() -> (request.person() == null ? "" : request.person() + " ") + "(nouvelle entreprise)");
    }

    /** What corrections changed comes first. */
    @Override
    public List<Block> blocks(Request request) {
        ProcedureRequest own = rows.get(request.id());
        List<Block> blocks = new ArrayList<>();
        rows.before(request.id())
                .map(before -> reading.changes(own.kind(), before, own.content()))
                .filter(changes -> !changes.isEmpty())
                .ifPresent(changes -> blocks.add(new Block("Modifié lors des dernières corrections", changes)));
        if (own.asked() != null) {
            blocks.add(new Block("Corrections demandées", asked(own)));
        }
        blocks.addAll(reading.blocks(own.kind(), own.content()));
        return blocks;
    }

    private List<Line> asked(ProcedureRequest own) {
        List<Line> lines = new ArrayList<>();
        Asked asked = own.asked();
        kinds.find(own.kind()).ifPresent(kind -> {
            List<String> titles = new ArrayList<>();
            kind.steps().stream()
                    .filter(step -> asked.steps().contains(step.id()))
                    .forEach(step -> titles.add(step.title()));
            kind.documents().stream()
                    .filter(document -> asked.documents().contains(document.id()))
                    .forEach(document -> titles.add(document.label()));
            lines.add(new Line("asked", "À corriger", List.copyOf(titles), false));
        });
        lines.add(new Line("remarks", "Remarques", List.of(asked.remarks()), true));
        return lines;
    }

    @Override
    public Map<String, List<Option>> options(Request request) {
        return kinds.find(rows.get(request.id()).kind())
                .map(kind -> Map.of("stepChoices", Sending.steps(kind), "documentChoices", Sending.documents(kind)))
                .orElse(Map.of());
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
        return List.of("", rows.get(request.id()).kind());
    }

    @Override
    public List<Topic> topics(String organism) {
        if (!organism.equals(offices.organism())) {
            return List.of();
        }
        return kinds.all().stream()
                .map(kind -> new Topic(kind.id(), kind.title(), List.of()))
                .toList();
    }
}
