package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.procedures.Refusals.notFound;
import static org.navette.procedures.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.files.StoredFile;
import org.navette.procedures.Content.Person;
import org.navette.requests.Dossiers;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-12 Corrections")
class CorrectionsTest {

    private static final String SEAT = "head-office";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    Documents documents;

    @Autowired
    Corrections corrections;

    @Autowired
    Details details;

    @Autowired
    Dossiers dossiers;

    private Office office;
    private String number;

    @BeforeEach
    void send() {
        office = world.responsible();
        UUID draft = world.draft(office, "activity-extension");
        wizard.save(office, draft, SEAT, Typed.legal(), world.version(office, draft));
        number = world.send(office, draft);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-12 open exactly the steps and documents that the agent named, and nothing else on the server")
    void locked() {
        service.ask(number, List.of("technical"), List.of("products"));
        UUID id = corrections.begin(office, number);
        Wizard.Preparation prepared = wizard.of(office, id).orElseThrow();
        assertThat(List.of(SEAT, "establishment", "technical"))
                .filteredOn(prepared::opens)
                .containsExactly("technical");
        assertThat(prepared.kind().documents())
                .extracting(Kind.ExpectedDocument::id)
                .filteredOn(prepared::opensDocument)
                .containsExactly("products");
        assertThat(prepared.asked().remarks()).isEqualTo("À corriger, merci.");

        Person manager = prepared.content().people(SEAT).get(0);
        locked(() -> wizard.save(office, id, SEAT, Map.of("city", "AILLEURS"), 0));
        locked(() -> wizard.save(office, id, "establishment", Map.of("city", "AILLEURS"), 0));
        locked(() -> wizard.save(office, id, SEAT, Typed.with(manager, "lastName", "AUTRE"), 0));
        locked(() -> wizard.save(office, id, SEAT, Typed.legal(), 0));
        locked(() -> wizard.remove(office, id, SEAT, manager.id(), 0));
        for (String document : List.of("diploma", "certification", "other")) {
            locked(() -> documents.bucket(office, id, document));
        }
        assertThat(drafts.find(office, id).orElseThrow().version()).isZero();
        drafts.change(office, id, "certificate");
        assertThat(drafts.find(office, id).orElseThrow().kind()).isEqualTo("activity-extension");
    }

    @Test
    @DisplayName("PROC-12 written past the locks into the draft itself do not reach the request")
    void crafted() {
        service.ask(number, List.of("technical"), List.of());
        Content sent = traces.own(number).content();
        UUID id = corrections.begin(office, number);
        // what the wizard refuses, as if it had not
        drafts.save(office, id, SEAT, Map.of("city", "AILLEURS"), 0);
        drafts.save(office, id, SEAT, Typed.legal(), 1);
        drafts.save(office, id, "elsewhere", Map.of("city", "AILLEURS"), 2);
        UUID bucket = drafts.bucket(office, id, "diploma");
        assertThat(bucket).isNotNull();
        world.send(office, id);
        Content now = traces.own(number).content();
        assertThat(now.answers()).isEqualTo(sent.answers());
        for (String step : List.of(SEAT, "establishment", "technical")) {
            assertThat(now.people(step)).isEqualTo(sent.people(step));
        }
        assertThat(traces.files(number)).hasSize(2);
    }

    @Test
    @DisplayName("PROC-12 begin with what was sent in the steps asked for, and with no file")
    void beginning() {
        service.ask(number, List.of("technical"), List.of("products"));
        UUID id = corrections.begin(office, number);
        Wizard.Preparation prepared = wizard.of(office, id).orElseThrow();
        assertThat(prepared.content().people("technical")).hasSize(2);
        assertThat(prepared.content().answers(SEAT))
                .isEqualTo(traces.own(number).content().answers(SEAT));
        assertThat(prepared.files("products")).isEmpty();
        assertThat(prepared.number()).isEqualTo(number);
        assertThat(prepared.checked().problems())
                .isEqualTo(Map.of(
                        Draft.DOCUMENTS, List.of("Document à joindre : Liste des produits et prestations ajoutés.")));
        refused(Refused.Reason.INCOMPLETE, () -> world.send(office, id));
        assertThat(drafts.of(office)).as("no draft among the new requests").isEmpty();
    }

    @Test
    @DisplayName("PROC-12 that are wrong are refused; steps that stay as they were are not judged again")
    void wrong() {
        service.ask(number, List.of("technical"), List.of());
        UUID id = corrections.begin(office, number);
        wizard.save(office, id, "technical", Typed.with(Typed.technical(), "rpps", "12345678901"), 0);
        assertThat(wizard.of(office, id).orElseThrow().checked().problems())
                .isEqualTo(Map.of("technical", List.of("O’Connell Loïc : À compléter ou à corriger : Numéro RPPS.")));
        refused(Refused.Reason.INCOMPLETE, () -> world.send(office, id));
    }

    @Test
    @DisplayName("PROC-12 show the agent before and after for each field, person and document, of the last round")
    void beforeAndAfter() {
        String agent = service.agent();
        service.ask(number, List.of(SEAT, "technical"), List.of("products"));
        service.later(Duration.ofHours(1));
        UUID id = corrections.begin(office, number);
        Content sent = wizard.of(office, id).orElseThrow().content();
        long version = wizard.save(office, id, SEAT, Typed.with(sent.answers(SEAT), "city", "Pantin"), 0);
        version = wizard.save(office, id, SEAT, Typed.with(sent.people(SEAT).get(1), "quality", "Présidente"), version);
        version = wizard.save(office, id, SEAT, Typed.legal(), version);
        version = wizard.remove(
                office, id, "technical", sent.people("technical").get(0).id(), version);
        wizard.save(office, id, "technical", Typed.with(sent.answers("technical"), "comment", "Départ"), version);
        world.upload(office, id, "products", "produits v2.pdf");
        world.send(office, id);

        assertThat(changes(agent))
                .contains(
                        "Siège : Commune: Avant : PARIS, Après : PANTIN",
                        "Représentant légal\u00a0: GARNIER-NOËL Élise – Qualité: Avant : Gérante, Après : Présidente",
                        "Représentant légal\u00a0: GARNIER-NOËL Élise – Nom: Avant : (rien), Après : GARNIER-NOËL",
                        "Responsable technique\u00a0: PEÑA Zoé: Avant : figurait dans la liste, Après : (rien)",
                        "Responsables : Commentaire: Avant : (rien), Après : Départ")
                .anyMatch(line -> line.matches("Document : Liste des produits et prestations ajoutés:"
                        + " Avant : products.pdf \\(envoyé le \\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d\\),"
                        + " Après : produits v2.pdf \\(envoyé le \\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d\\)"))
                .noneMatch(line -> line.contains("Raison sociale") || line.contains("Diplômes des responsables"));

        service.ask(number, List.of("establishment"), List.of());
        service.later(Duration.ofHours(1));
        UUID next = corrections.begin(office, number);
        wizard.save(
                office,
                next,
                "establishment",
                Typed.with(wizard.of(office, next).orElseThrow().content().answers("establishment"), "sign", "Neuf"),
                0);
        world.send(office, next);
        assertThat(changes(agent)).containsExactly("Établissement : Enseigne: Avant : Le Canal, Après : Neuf");
    }

    @Test
    @DisplayName("PROC-12 that change nothing are sent all the same, and the agent sees that nothing has changed")
    void unchanged() {
        service.ask(number, List.of(SEAT), List.of());
        service.later(Duration.ofHours(1));
        world.correct(office, number);
        assertThat(changes(service.agent())).isEmpty();
        assertThat(traces.status(number)).isEqualTo("Corrections reçues");
    }

    @Test
    @DisplayName("PROC-12 belong to the company: a colleague goes on with them, another company finds nothing")
    void whose() {
        service.ask(number, List.of(SEAT), List.of("products"));
        UUID id = corrections.begin(office, number);
        Office colleague = world.colleague(office, Standing.RESPONSIBLE);
        assertThat(corrections.begin(colleague, number)).isEqualTo(id);
        for (Office stranger : List.of(world.responsible(), world.newcomer())) {
            notFound(() -> corrections.begin(stranger, number));
            notFound(() -> corrections.restart(stranger, number));
            notFound(() -> world.send(stranger, id));
            assertThat(details.of(stranger, number)).isEmpty();
        }
        world.upload(colleague, id, "products", "produits.pdf");
        assertThat(world.send(colleague, id)).isEqualTo(number);
        assertThat(traces.timeline(number).get(2).actor().name()).isEqualTo(colleague.name());
    }

    @Test
    @DisplayName("PROC-12 that were deleted can be begun again")
    void begunAgain() {
        service.ask(number, List.of(SEAT), List.of());
        drafts.delete(office, corrections.begin(office, number));
        world.correct(office, number);
        assertThat(traces.status(number)).isEqualTo("Corrections reçues");
    }

    @Test
    @DisplayName("PROC-13 a new request from an abandoned one has its answers and people, no file and no commitment")
    void restart() {
        service.ask(number, List.of(SEAT), List.of());
        for (int i = 0; i < 4; i++) {
            service.later(Duration.ofDays(15).plusMinutes(1));
            service.runDueTimers(number);
        }
        assertThat(traces.status(number)).isEqualTo("Sans suite");
        Map<String, Object> before = traces.everything(number);
        UUID id = corrections.restart(office, number);
        Draft draft = drafts.find(office, id).orElseThrow();
        Content sent = traces.own(number).content();
        assertThat(draft.kind()).isEqualTo("activity-extension");
        assertThat(draft.corrects()).isNull();
        assertThat(draft.content().answers(SEAT)).isEqualTo(sent.answers(SEAT));
        assertThat(draft.content().people()).isEqualTo(sent.people());
        assertThat(draft.content().answers(Draft.VALIDATION)).isEmpty();
        assertThat(drafts.files(office, id)).isEmpty();
        assertThat(wizard.of(office, id).orElseThrow().checked().problems()).containsOnlyKeys(Draft.DOCUMENTS);

        world.upload(office, id, "diploma", "diplome.pdf");
        world.upload(office, id, "products", "produits.pdf");
        String next = world.send(office, id);
        assertThat(next).isNotEqualTo(number);
        assertThat(traces.files(next)).extracting(StoredFile::name).contains("diplome.pdf", "produits.pdf");
        assertThat(traces.everything(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("PROC-13 a new request is begun from one that is over only")
    void restartTooEarly() {
        refused(Refused.Reason.NOT_OVER, () -> corrections.restart(office, number));
        service.ask(number, List.of(SEAT), List.of());
        refused(Refused.Reason.NOT_OVER, () -> corrections.restart(office, number));
        world.correct(office, number);
        service.refuse(number);
        assertThat(corrections.restart(office, number)).isNotNull();
    }

    private List<String> changes(String agent) {
        return ProcedureTraces.texts(
                dossiers.of(agent, UUID.fromString(service.task(number).getId())).orElseThrow().blocks().stream()
                        .filter(block -> "Modifié lors des dernières corrections".equals(block.label()))
                        .toList());
    }

    private static void locked(ThrowingCallable action) {
        refused(Refused.Reason.LOCKED_STEP, action);
    }
}
