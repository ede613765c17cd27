package org.navette.procedures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Siret;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.forms.Option;
import org.navette.portal.Formats;
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
    private final FileStore files;
    private final Formats formats;

    ProcedureDossier(
            ProcedureRows rows,
            Reading reading,
            Kinds kinds,
            Companies companies,
            Offices offices,
            FileStore files,
            Formats formats) {
        this.rows = rows;
        this.reading = reading;
        this.kinds = kinds;
        this.companies = companies;
        this.offices = offices;
        this.files = files;
        this.formats = formats;
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
        List<Block> blocks = new ArrayList<>(known(request, own));
        rows.before(request.id()).ifPresent(revision -> {
            List<Line> changes = new ArrayList<>(reading.changes(own.kind(), revision.content(), own.content()));
            changes.addAll(documents(request, revision.at()));
            if (!changes.isEmpty()) {
                blocks.add(new Block("Modifié lors des dernières corrections", List.copyOf(changes)));
            }
        });
        if (own.asked() != null) {
            blocks.add(new Block("Corrections demandées", asked(own)));
        }
        blocks.addAll(reading.blocks(own.kind(), own.content()));
        return blocks;
    }

    /** A newcomer whose company is known by now would be made responsible for it: the agent has to know. */
    private List<Block> known(Request request, ProcedureRequest own) {
        String siret =
                Objects.toString(own.content().answers(Prefill.HEAD_OFFICE).get("siret"), "");
        boolean ofNewcomer = own.effect() == Kind.Effect.NEW_COMPANY
                && companies.find(request.scope().structure()).isEmpty()
                && Siret.isValid(siret);
        return ofNewcomer
                ? companies.bySiren(Siret.siren(siret)).stream()
                        .map(company -> new Line(
                                "",
                                "Entreprise déjà connue de l'annuaire",
                                List.of(company.name()
                                        + " : accepter ferait du demandeur un de ses responsables juridiques."),
                                true))
                        .map(line -> new Block("À vérifier", List.of(line)))
                        .toList()
                : List.of();
    }

    /** Documents that came with the last corrections, beside those of the same sort that were there. */
    private List<Line> documents(Request request, Instant corrected) {
        Map<String, String> labels = labels(request);
        Map<String, List<StoredFile>> byStep = files.of(request.id()).stream()
                .filter(file -> file.step() != null && labels.containsKey(file.step()))
                .collect(Collectors.groupingBy(StoredFile::step, LinkedHashMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byStep.forEach((step, all) -> {
            List<StoredFile> now =
                    all.stream().filter(file -> !file.at().isBefore(corrected)).toList();
            if (!now.isEmpty()) {
                List<StoredFile> before = all.stream()
                        .filter(file -> file.at().isBefore(corrected))
                        .toList();
                lines.add(new Line(
                        "",
                        "Document : " + labels.get(step),
                        List.of("Avant : " + names(before), "Après : " + names(now)),
                        false));
            }
        });
        return lines;
    }

    /** With their days and hours: the corrected document often has the old one's name. */
    private String names(List<StoredFile> files) {
        return files.isEmpty()
                ? "(rien)"
                : files.stream()
                        .map(file -> file.name() + " (envoyé le " + formats.moment(file.at()) + ")")
                        .collect(Collectors.joining(", "));
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
    public Map<String, String> labels(Request request) {
        return kinds.find(rows.get(request.id()).kind())
                .map(kind -> Documents.labels(kind.documents()))
                .orElse(Map.of());
    }

    @Override
    public Map<UUID, Instant> replaced(Request request) {
        return Replacements.of(files.of(request.id()), rows.corrections(request.id()));
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
