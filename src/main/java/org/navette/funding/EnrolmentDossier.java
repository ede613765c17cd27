package org.navette.funding;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents and suppliers read of an enrolment, and what its mails say. */
@Component
@Transactional(readOnly = true)
public class EnrolmentDossier extends TopicDossier implements LetterFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final EnrolmentRows rows;
    private final Softwares softwares;
    private final Suppliers suppliers;
    private final FundingDocuments documents;
    private final Forms forms;

    EnrolmentDossier(
            EnrolmentRows rows, Softwares softwares, Suppliers suppliers, FundingDocuments documents, Forms forms) {
        super(suppliers, new Topic("enrolment", "Enrôlement", List.of()));
        this.rows = rows;
        this.softwares = softwares;
        this.suppliers = suppliers;
        this.documents = documents;
        this.forms = forms;
    }

    @Override
    public String espace() {
        return Enrolment.ESPACE;
    }

    /** The software as the ANS has it, then what was typed, or what is known of the supplier. */
    @Override
    public List<Block> blocks(Request request) {
        Enrolment own = rows.get(request.id());
        List<Block> blocks = new ArrayList<>();
        softwares.find(own.ansNumber()).ifPresent(software -> blocks.add(software(software)));
        if (own.kind() == Enrolment.Kind.COMPLEMENTARY) {
            suppliers.find(request.scope().structure()).ifPresent(supplier -> blocks.add(supplier.block()));
        } else {
            blocks.addAll(forms.layout(forms.version(EnrolmentDrafts.FORM, own.form()), own.answers(), Map.of()));
        }
        return blocks;
    }

    private static Block software(Software it) {
        return new Block(
                "Logiciel référencé",
                List.of(
                        Line.of("ans", "N° unique de référencement (ANS)", it.ansNumber()),
                        Line.of("software", "Logiciel", it.type() + " " + it.name()),
                        Line.of(
                                "couloir",
                                "Couloir",
                                it.couloir().label() + " (" + it.couloir().name() + ")"),
                        Line.of("dsr", "DSR", it.dsr()),
                        Line.of("wave", "Vague", String.valueOf(it.wave())),
                        Line.of("profiles", "Profils référencés", profiles(it)),
                        Line.of("effective", "Date de prise d'effet", DAY.format(it.effectiveOn())),
                        Line.of("deadline", "Date limite des commandes", DAY.format(it.deadline()))));
    }

    /** The profiles that a software was referenced for, as people read them. */
    public static String profiles(Software software) {
        return software.profiles().stream()
                .sorted()
                .reduce((one, two) -> one + ", " + two)
                .orElse("");
    }

    @Override
    public Map<String, String> labels(Request request) {
        Map<String, String> labels = new HashMap<>(FundingDocuments.labels(documents.of(Subject.ENROLMENT, true)));
        labels.put(Enrolments.ADDED, "Pièce ajoutée");
        return labels;
    }

    @Override
    public String answerContext() {
        return AgentFiles.CONTEXT;
    }

    /** Who asks for a first enrolment has no account; the others are written to where their account is now. */
    @Override
    public Optional<Addressee> addressee(Request request) {
        Enrolment own = rows.get(request.id());
        if (own.kind() == Enrolment.Kind.COMPLEMENTARY) {
            return Optional.empty();
        }
        Contact person = own.applicant() == null ? own.representative() : own.applicant();
        return Optional.of(new Addressee(own.email(), person.firstName(), person.lastName()));
    }

    @Override
    public Map<String, Object> of(Request request) {
        Enrolment own = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        facts.put("ansNumber", own.ansNumber());
        if (own.remark() != null) {
            facts.put("text", own.remark());
        }
        suppliers.find(request.scope().structure()).ifPresent(supplier -> facts.put("uid", supplier.uid()));
        return facts;
    }
}
