package org.navette.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.directory.Couloir;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a template of documents, and what its mails say. */
@Component
@Transactional(readOnly = true)
class TemplateDossier extends TopicDossier implements LetterFacts {

    private final TemplateRows rows;
    private final Suppliers suppliers;
    private final EnrolmentList enrolments;
    private final Softwares softwares;

    TemplateDossier(TemplateRows rows, Suppliers suppliers, EnrolmentList enrolments, Softwares softwares) {
        super(suppliers, new Topic("document-template", "Modèles de documents", List.of()));
        this.rows = rows;
        this.suppliers = suppliers;
        this.enrolments = enrolments;
        this.softwares = softwares;
    }

    @Override
    public String espace() {
        return DocumentTemplate.ESPACE;
    }

    /** The template, whose it is, and the software that it goes with. */
    @Override
    public List<Block> blocks(Request request) {
        DocumentTemplate own = rows.get(request.id());
        Couloir couloir = own.kind().couloir();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(
                "Modèle de document",
                List.of(
                        Line.of("kind", "Type", own.kind().label()),
                        Line.of("code", "Code", own.kind().code()),
                        Line.of("couloir", "Couloir", couloir.label() + " (" + couloir.name() + ")"),
                        Line.of("file", "Fichier", own.fileName()))));
        suppliers.find(own.supplier()).ifPresent(supplier -> {
            blocks.add(supplier.block());
            blocks.add(new Block("Logiciels enrôlés en vague 2 dans ce couloir", lines(supplier, couloir)));
        });
        return blocks;
    }

    private List<Line> lines(Supplier supplier, Couloir couloir) {
        return softwares.findAll(enrolments.validated(supplier)).stream()
                .filter(software -> software.wave() == 2 && software.couloir() == couloir)
                .map(TemplateDossier::line)
                .toList();
    }

    private static Line line(Software software) {
        return Line.of(
                "software-" + software.ansNumber(),
                software.ansNumber(),
                software.type() + " " + software.name() + ", " + software.dsr());
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(DocumentTemplate.FILE, rows.get(request.id()).kind().label());
    }

    @Override
    public Map<String, Object> of(Request request) {
        String remark = rows.get(request.id()).remark();
        return remark == null ? Map.of() : Map.of("text", remark);
    }
}
