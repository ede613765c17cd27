package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.procedures.Refusals.notFound;
import static org.navette.procedures.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.navette.procedures.Content.Person;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-05 What a draft does not take, and from whom")
class DraftRefusalsTest {

    private static final String SEAT = "head-office";

    @Autowired
    ProcedureWorld world;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    Documents documents;

    @Autowired
    Corrections corrections;

    @Autowired
    ServiceWorld service;

    private Office office;

    @BeforeEach
    void responsible() {
        office = world.responsible();
    }

    @Test
    @DisplayName("PROC-05 PROC-16 is nowhere for another company, a newcomer and who has proved nothing")
    void strangers() {
        UUID id = world.draft(office, "staff-change");
        Person person = draft(id).content().people("technical").get(0);
        for (Office stranger : List.of(
                world.responsible(),
                world.newcomer(),
                // pretends to be of the same company
                world.newcomer(Typed.siret(office.company().siren(), 3)))) {
            assertThat(drafts.find(stranger, id)).isEmpty();
            assertThat(drafts.of(stranger)).isEmpty();
            assertThat(wizard.of(stranger, id)).isEmpty();
            assertThat(drafts.files(stranger, id).values()).allMatch(List::isEmpty);
            notFound(() -> wizard.save(stranger, id, SEAT, Map.of(), 0));
            notFound(() -> wizard.save(stranger, id, "technical", person, 0));
            notFound(() -> wizard.remove(stranger, id, "technical", person.id(), 0));
            notFound(() -> documents.bucket(stranger, id, "diploma"));
            drafts.visit(stranger, id, "technical");
            drafts.change(stranger, id, stranger.company() == null ? "first-installation" : "certificate");
            drafts.delete(stranger, id);
        }
        assertThat(draft(id).kind()).isEqualTo("staff-change");
        assertThat(world.send(office, id)).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-03 is read by a reader of the company and changed by nothing that they do")
    void reader() {
        UUID id = world.draft(office, "staff-change");
        long version = world.version(office, id);
        Office reader = world.colleague(office, Standing.READER);
        Person person = draft(id).content().people("technical").get(0);
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> drafts.begin(reader, "staff-change"));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> wizard.save(reader, id, SEAT, Map.of(), version));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> wizard.save(reader, id, "technical", person, version));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> wizard.remove(reader, id, "technical", person.id(), version));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> documents.bucket(reader, id, "diploma"));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> drafts.change(reader, id, "certificate"));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> drafts.delete(reader, id));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> world.send(reader, id));
        String number = world.send(office, id);
        service.ask(number, List.of(SEAT), List.of());
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> corrections.begin(reader, number));
        refused(Refused.Reason.NOT_RESPONSIBLE, () -> corrections.restart(reader, number));
        refused(
                Refused.Reason.NOT_RESPONSIBLE,
                () -> drafts.begin(world.unverified(world.siret(office)), "certificate"));
    }

    @Test
    @DisplayName("PROC-06 of a kind that this person may not ask for is refused")
    void unknownKind() {
        for (String kind : List.of("", "nothing", "first-installation ", "FIRST-INSTALLATION")) {
            refused(Refused.Reason.UNKNOWN_KIND, () -> drafts.begin(office, kind));
        }
        refused(Refused.Reason.UNKNOWN_KIND, () -> drafts.begin(world.newcomer(), "certificate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "a\ud800b", "\udc00"})
    @DisplayName("PROC-05 does not take characters that cannot be stored, wherever they are, and says so")
    void unusable(String text) {
        UUID id = drafts.begin(office, "address-change");
        Map<String, Object> before = draft(id).content().answers(SEAT);
        for (Map<String, Object> typed : List.of(
                Map.<String, Object>of("comment", text),
                Map.<String, Object>of(text, "x"),
                Map.<String, Object>of("comment", List.of(Map.of("x", List.of(text)))))) {
            refused(Refused.Reason.UNUSABLE, () -> wizard.save(office, id, SEAT, typed, 0));
            refused(
                    Refused.Reason.UNUSABLE,
                    () -> wizard.save(office, id, SEAT, new Person(UUID.randomUUID(), typed), 0));
        }
        assertThat(draft(id).content().answers(SEAT)).isEqualTo(before);
        // that these are written out is no harm
        wizard.save(office, id, SEAT, Map.of("comment", "\\u0000 😀 l’été"), 0);
        assertThat(draft(id).content().answers(SEAT)).containsEntry("comment", "\\u0000 😀 l’été");
    }

    @Test
    @DisplayName("PROC-05 does not take more than a form can hold, and says so")
    void tooLarge() {
        UUID id = drafts.begin(office, "address-change");
        for (Map<String, Object> typed : List.of(
                Map.<String, Object>of("comment", "é".repeat(1_000_000)),
                Map.<String, Object>of(
                        "comment", IntStream.range(0, 100_000).boxed().toList()))) {
            refused(Refused.Reason.UNUSABLE, () -> wizard.save(office, id, SEAT, typed, 0));
        }
        // wrong, but a person can have typed it
        wizard.save(office, id, SEAT, Map.of("comment", "é".repeat(20_000)), 0);
        assertThat(wizard.of(office, id).orElseThrow().checked().isRight(SEAT)).isFalse();
    }

    @Test
    @DisplayName("PROC-05 has the steps of its kind and no others")
    void unknownStep() {
        UUID id = drafts.begin(office, "address-change");
        for (String step : List.of("", "nowhere", Draft.DOCUMENTS, "Head-office")) {
            notFound(() -> wizard.save(office, id, step, Map.of(), 0));
        }
        notFound(() -> documents.bucket(office, id, "identity"));
        notFound(() -> documents.bucket(office, id, ""));
    }

    private Draft draft(UUID id) {
        return Optional.of(id).flatMap(one -> drafts.find(office, one)).orElseThrow();
    }
}
