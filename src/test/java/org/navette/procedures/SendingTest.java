package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.navette.procedures.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.InvalidAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("Sending what was prepared")
class SendingTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    Sending sending;

    @Autowired
    FileStore files;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void people() {
        office = world.responsible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-installation",
                "secondary-establishment",
                "address-change",
                "staff-change",
                "activity-extension",
                "certificate"
            })
    @DisplayName(
            "PROC-06 PROC-10 each kind is sent when it is complete: number, content, files, reasons; the draft is gone")
    void eachKind(String kind) {
        UUID draft = world.draft(office, kind);
        int documents = wizard.of(office, draft).orElseThrow().files().size();
        String number = world.send(office, draft);

        assertThat(number).matches("LPP-\\d{4}-\\d{6}");
        assertThat(traces.status(number)).isEqualTo("En traitement");
        assertThat(traces.files(number)).hasSize(documents);
        assertThat(traces.own(number).kind()).isEqualTo(kind);
        assertThat(traces.own(number).content().answers(Draft.VALIDATION)).isEqualTo(Typed.COMMITMENTS);
        assertThat(traces.own(number).content().forms()).isNotEmpty();
        assertThat(traces.reasons(number)).isEqualTo(3);
        assertThat(drafts.find(office, draft)).isEmpty();
    }

    @Test
    @DisplayName("PROC-07 an incomplete draft is refused, and everything that is missing is listed by step")
    void incomplete() {
        Office newcomer = world.newcomer();
        UUID draft = drafts.begin(newcomer, "first-installation");
        Map<String, List<String>> problems =
                wizard.of(newcomer, draft).orElseThrow().checked().problems();
        assertThat(problems)
                .containsOnlyKeys(Draft.DOCUMENTS, "head-office", "establishment", "technical")
                .hasEntrySatisfying(Draft.DOCUMENTS, missing -> assertThat(missing)
                        .containsExactly(
                                "Document à joindre : Pièce d'identité du représentant légal.",
                                "Document à joindre : Extrait Kbis de moins de trois mois.",
                                "Document à joindre : Titre d'occupation des locaux (bail ou acte).",
                                "Document à joindre : Relevé d'identité bancaire.",
                                "Document à joindre : Diplômes des responsables techniques."))
                .hasEntrySatisfying("head-office", missing -> assertThat(missing)
                        .containsExactly(
                                "À compléter ou à corriger : Raison sociale, Numéro et voie, Code postal, Commune,"
                                        + " Adresse e-mail, Téléphone.",
                                "Ajoutez au moins un représentant légal."))
                .hasEntrySatisfying("establishment", missing -> assertThat(missing)
                        .containsExactly("À compléter ou à corriger : SIRET de l'établissement, Numéro et voie,"
                                + " Code postal, Commune, Adresse e-mail, Téléphone, Date d'ouverture."))
                .hasEntrySatisfying("technical", missing -> assertThat(missing)
                        .containsExactly("Ajoutez au moins un responsable technique."));
        refused(Refused.Reason.INCOMPLETE, () -> world.send(newcomer, draft));
        assertThat(drafts.find(newcomer, draft)).isPresent();
    }

    @Test
    @DisplayName("PROC-07 a required document whose file was taken back is missing; one that is optional is not")
    void documentMissing() {
        UUID draft = world.draft(office, "staff-change");
        world.upload(office, draft, "contract", "contrat.pdf");
        StoredFile diploma = drafts.files(office, draft).get("diploma").get(0);
        StoredFile contract = drafts.files(office, draft).get("contract").get(0);
        discard(draft, "diploma", diploma);
        assertThat(problems(draft)).containsExactly("Document à joindre : Diplômes des responsables techniques.");
        refused(Refused.Reason.INCOMPLETE, () -> world.send(office, draft));
        world.upload(office, draft, "diploma", "diplome.pdf");
        discard(draft, "contract", contract);
        assertThat(traces.files(world.send(office, draft)))
                .extracting(StoredFile::name)
                .containsExactly("diplome.pdf");
    }

    @Test
    @DisplayName("PROC-07 commitments that are not all taken are refused, whatever the draft says")
    void commitments() {
        UUID draft = world.draft(office, "certificate");
        for (Map<String, Object> taken : List.of(
                Map.<String, Object>of(),
                Typed.with(Typed.COMMITMENTS, "changes", false),
                Typed.with(Typed.COMMITMENTS, "accuracy", "yes"))) {
            assertThatExceptionOfType(InvalidAnswers.class).isThrownBy(() -> sending.send(office, draft, taken));
        }
        assertThat(world.send(office, draft)).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-03 the SIRET of another company is refused, and of an unknown one as well")
    void otherCompany() {
        UUID draft = world.draft(office, "certificate");
        for (String foreign : List.of(
                world.siret(world.responsible()),
                Typed.siret(Typed.siren(), 1),
                // pasted as on paper
                world.siret(world.responsible()).replaceAll("(\\d{3})", "$1 "))) {
            drafts.save(office, draft, "establishment", Typed.establishment(foreign), world.version(office, draft));
            assertThat(problems(draft))
                    .containsExactly("Ce SIRET n'est pas celui d'un établissement de "
                            + office.company().name() + ".");
            refused(Refused.Reason.INCOMPLETE, () -> world.send(office, draft));
        }
        drafts.save(
                office,
                draft,
                "establishment",
                Typed.establishment(Typed.siret(office.company().siren(), 7)),
                world.version(office, draft));
        assertThat(world.send(office, draft)).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-03 who only reads, or has proved nothing, sends nothing")
    void notResponsible() {
        UUID draft = world.draft(office, "certificate");
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> world.send(world.colleague(office, Standing.READER), draft));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> world.send(world.unverified(world.siret(office)), draft));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> world.send(world.responsible(), draft));
        assertThat(world.send(office, draft)).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-03 who was made a reader after preparing it sends it no more")
    void noMoreResponsible() {
        UUID draft = world.draft(office, "certificate");
        jdbc.sql("update procedure_member set standing = 'READER' where account_id = ?")
                .param(office.account())
                .update();
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> world.send(world.again(office), draft));
    }

    @Test
    @DisplayName("PROC-06 files of documents that the kind does not expect any more are not sent")
    void kindChanged() {
        UUID draft = world.draft(office, "staff-change");
        world.upload(office, draft, "contract", "contrat.pdf");
        drafts.change(office, draft, "certificate");
        world.upload(office, draft, "other", "autre.pdf");
        String number = world.send(office, draft);
        assertThat(traces.files(number)).extracting(StoredFile::name).containsExactly("autre.pdf");
        assertThat(traces.own(number).kind()).isEqualTo("certificate");
    }

    @Test
    @DisplayName("every refusal has its words")
    void words() {
        for (Refused.Reason reason : Refused.Reason.values()) {
            assertThat(messages.getMessage("procedures.refused." + reason, null, java.util.Locale.FRENCH))
                    .as(reason.name())
                    .hasSizeGreaterThan(20);
        }
    }

    private void discard(UUID draft, String document, StoredFile file) {
        files.discard(drafts.bucket(office, draft, document), office.owner(), file.id());
    }

    private List<String> problems(UUID draft) {
        return wizard.of(office, draft).orElseThrow().checked().problems().values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
