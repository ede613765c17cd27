package org.navette.funding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.navette.directory.Softwares;
import org.navette.files.AttachmentRules;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.forms.Json;
import org.navette.funding.FundingDocuments.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * First enrolments while they are prepared, by people who have no account: answers first, then documents. A draft's id is
 * random and the only key to it; it lives for a day, as unbound files do.
 */
@Component("enrolmentDrafts")
@Transactional
public class EnrolmentDrafts {

    /** The form that is typed into. */
    public static final String FORM = "funding.enrolment";

    static final String CONTEXT = "funding.enrolment";
    static final Duration LIFE = Duration.ofHours(24);
    /** drafts removed with each new one, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Forms forms;
    private final Softwares softwares;
    private final Suppliers suppliers;
    private final EnrolmentRows rows;
    private final FundingDocuments documents;
    private final FileStore files;

    EnrolmentDrafts(
            JdbcClient jdbc,
            Json json,
            Clock clock,
            Forms forms,
            Softwares softwares,
            Suppliers suppliers,
            EnrolmentRows rows,
            FundingDocuments documents,
            FileStore files) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.forms = forms;
        this.softwares = softwares;
        this.suppliers = suppliers;
        this.rows = rows;
        this.documents = documents;
        this.files = files;
    }

    /**
     * An enrolment that is prepared.
     *
     * @param answers checked
     * @param form the version that they were typed into
     */
    public record Draft(UUID id, Map<String, Object> answers, String form) {}

    /**
     * Keeps what was typed: a new draft, or a change of one.
     *
     * @param id of the draft; one that is unknown or over becomes a new draft of this id
     * @param formDefinitionId the version of the form that was shown
     * @param typed as received, nothing is trusted
     * @throws InvalidAnswers when an answer is wrong, the software is not referenced or somebody's, or the company is
     *     enrolled
     */
    public void save(UUID id, String formDefinitionId, Map<String, Object> typed) {
        Map<String, Object> answers = check(formDefinitionId, typed);
        Form form = forms.version(FORM, formDefinitionId);
        purge();
        jdbc.sql(
                        "insert into funding_enrolment_draft (id, answers, form, created_at) values (?, cast(? as jsonb), ?, ?)"
                                + " on conflict (id) do update set answers = excluded.answers, form = excluded.form")
                .params(id, json.write(answers), form.definitionId(), Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Checks what was typed without keeping it; as {@link #save}.
     *
     * @return the answers as they would be kept
     */
    @Transactional(readOnly = true)
    public Map<String, Object> check(String formDefinitionId, Map<String, Object> typed) {
        Map<String, Object> answers = forms.check(forms.version(FORM, formDefinitionId), typed, Map.of());
        Map<String, List<String>> problems = problems(answers);
        if (!problems.isEmpty()) {
            throw new InvalidAnswers(problems);
        }
        return answers;
    }

    /** What the form cannot know of the answers, by field. */
    private Map<String, List<String>> problems(Map<String, Object> answers) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        String number = Enrolment.text(answers, "ansNumber");
        if (softwares.find(number).isEmpty()) {
            problems.put(
                    "ansNumber",
                    List.of("Ce numéro ne figure pas parmi les logiciels référencés par l'ANS : vérifiez-le."));
        } else if (rows.isTaken(number)) {
            problems.put("ansNumber", List.of("Ce logiciel fait déjà l'objet d'un enrôlement, en cours ou validé."));
        }
        if (suppliers.bySiret(Enrolment.text(answers, "siret")).isPresent()) {
            problems.put(
                    "siret",
                    List.of(
                            "Cette entreprise est déjà enrôlée : connectez-vous, puis faites une demande complémentaire."));
        }
        return problems;
    }

    /** A draft that is alive. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from funding_enrolment_draft where id = ? and created_at > ?")
                .params(id, Timestamp.from(clock.instant().minus(LIFE)))
                .query((row, index) -> new Draft(id, json.map(row.getString("answers")), row.getString("form")))
                .optional();
    }

    /** The documents that a draft needs, in order. */
    public List<ExpectedDocument> documents(Draft draft) {
        return documents.of(Subject.ENROLMENT, Enrolment.isMandated(draft.answers()));
    }

    /** Where the files of one of its documents go. */
    public UUID bucket(UUID draft, String document) {
        return FundingDocuments.bucket(draft, document);
    }

    /** Whose uploads its files are. */
    public String owner(UUID draft) {
        return Enrolment.ESPACE + ":" + draft;
    }

    /** The files of one of its documents. */
    public List<StoredFile> files(UUID draft, String document) {
        return files.inBucket(bucket(draft, document), owner(draft));
    }

    /** What may be sent. */
    public AttachmentRules rules() {
        return files.rules(CONTEXT, suppliers.organism());
    }

    /** The documents that are required and have no file yet, in order. */
    public List<ExpectedDocument> missing(Draft draft) {
        return documents(draft).stream()
                .filter(document -> document.required()
                        && files(draft.id(), document.code()).isEmpty())
                .toList();
    }

    /** Every document with files, and the files' ids. */
    Stream<Map.Entry<ExpectedDocument, List<UUID>>> attached(Draft draft) {
        return documents(draft).stream()
                .map(document -> Map.entry(
                        document,
                        files(draft.id(), document.code()).stream()
                                .map(StoredFile::id)
                                .toList()))
                .filter(entry -> !entry.getValue().isEmpty());
    }

    void forget(UUID id) {
        jdbc.sql("delete from funding_enrolment_draft where id = ?").param(id).update();
    }

    private void purge() {
        jdbc.sql("delete from funding_enrolment_draft where id in (select id from funding_enrolment_draft"
                        + " where created_at < ? order by created_at limit ? for update skip locked)")
                .params(Timestamp.from(clock.instant().minus(LIFE)), PURGE)
                .update();
    }
}
