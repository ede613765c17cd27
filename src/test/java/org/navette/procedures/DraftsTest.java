package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.navette.procedures.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.navette.files.StoredFile;
import org.navette.procedures.Content.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROC-05 A draft")
class DraftsTest {

    private static final String SEAT = "head-office";

    @Autowired
    ProcedureWorld world;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    Corrections corrections;

    @Autowired
    ServiceWorld service;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void responsible() {
        office = world.responsible();
    }

    @Test
    @DisplayName("PROC-08 comes filled in with what the directory knows; of a new establishment it knows nothing")
    void prefilled() {
        Content content = draft(drafts.begin(office, "staff-change")).content();
        assertThat(content.answers(SEAT))
                .containsEntry("siret", world.siret(office))
                .containsEntry("companyName", office.company().name())
                .containsEntry("address", "3 quai de Valmy")
                .containsEntry("city", "PARIS");
        assertThat(content.people(SEAT))
                .extracting(person -> person.answers().get("lastName"))
                .containsExactly("TRAORÉ");
        assertThat(content.answers("establishment"))
                .containsEntry("sign", "Le Canal")
                .containsEntry("opensOn", "2020-01-02");
        assertThat(content.people("technical"))
                .extracting(person -> person.answers().get("lastName"))
                .containsExactly("PEÑA");

        Content ofNew = draft(drafts.begin(office, "secondary-establishment")).content();
        assertThat(ofNew.answers("establishment")).isEmpty();
        assertThat(ofNew.people("technical")).isEmpty();

        Office newcomer = world.newcomer();
        Content ofNewcomer = drafts.find(newcomer, drafts.begin(newcomer, "first-installation"))
                .orElseThrow()
                .content();
        assertThat(ofNewcomer.answers()).isEqualTo(Map.of(SEAT, Map.of("siret", world.siret(newcomer))));
    }

    @Test
    @DisplayName("PROC-05 keeps what is typed, right or wrong, and where the person was, for a colleague as well")
    void kept() {
        UUID id = drafts.begin(office, "address-change");
        Map<String, Object> typed = Map.of("siret", "12", "city", "Saint-Ouen-l'Aumône", "phone", "zéro un");
        assertThat(drafts.save(office, id, SEAT, typed, 0)).isEqualTo(1);
        Office colleague = world.colleague(office, Standing.RESPONSIBLE);
        Draft found = drafts.find(colleague, id).orElseThrow();
        assertThat(found.content().answers(SEAT)).isEqualTo(typed);
        assertThat(found.step()).isEqualTo(SEAT);
        drafts.visit(colleague, id, "technical");
        assertThat(draft(id).step()).isEqualTo("technical");
        assertThat(draft(id).version()).as("looking changes nothing").isEqualTo(1);
        assertThat(drafts.of(colleague)).extracting(Draft::id).contains(id);
    }

    @Test
    @DisplayName("PROC-05 open in two tabs is not overwritten by the one that is late, whatever it does")
    void twoTabs() {
        UUID id = drafts.begin(office, "address-change");
        Person known = draft(id).content().people(SEAT).get(0);
        drafts.save(office, id, SEAT, Map.of("city", "PREMIER"), 0);
        for (long stale : new long[] {0, 2, -1}) {
            elsewhere(() -> wizard.save(office, id, SEAT, Map.of("city", "SECOND"), stale));
            elsewhere(() -> wizard.save(office, id, SEAT, Typed.legal(), stale));
            elsewhere(() -> wizard.remove(office, id, SEAT, known.id(), stale));
        }
        assertThat(draft(id).content().answers(SEAT)).isEqualTo(Map.of("city", "PREMIER"));
        assertThat(draft(id).content().people(SEAT)).containsExactly(known);
    }

    @Test
    @DisplayName("PROC-05 saved from two tabs at the same instant keeps one of them, and the other is told")
    void twoTabsAtOnce() {
        UUID id = drafts.begin(office, "address-change");
        for (int round = 0; round < 30; round++) {
            long version = world.version(office, id);
            var outcomes = AtOnce.run(
                    () -> wizard.save(office, id, SEAT, Map.of("city", "PREMIER"), version),
                    () -> wizard.save(office, id, SEAT, Map.of("city", "SECOND"), version));
            boolean first = outcomes.get(0).won();
            assertThat(first)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            assertThat(outcomes.get(first ? 1 : 0).failure(ChangedElsewhere.class))
                    .isNotNull();
            assertThat(draft(id).content().answers(SEAT)).isEqualTo(Map.of("city", first ? "PREMIER" : "SECOND"));
            assertThat(draft(id).version()).isEqualTo(version + 1);
        }
    }

    @Test
    @DisplayName("PROC-07 has people who are added, changed in their place and removed; the same one twice is one")
    void people() {
        UUID id = drafts.begin(office, "staff-change");
        Person first = draft(id).content().people("technical").get(0);
        Person second = Typed.technical();
        long version = wizard.save(office, id, "technical", second, 0);
        version = wizard.save(office, id, "technical", Typed.with(first, "firstName", "Zoë"), version);
        version = wizard.save(office, id, "technical", second, version);
        assertThat(draft(id).content().people("technical"))
                .extracting(person -> person.answers().get("firstName"))
                .containsExactly("Zoë", "Loïc");
        version = wizard.remove(office, id, "technical", first.id(), version);
        wizard.remove(office, id, "technical", UUID.randomUUID(), version);
        assertThat(draft(id).content().people("technical")).containsExactly(second);
    }

    @Test
    @DisplayName("PROC-07 takes fifty people in a list and no more; those who are there can still be changed")
    void fiftyPeople() {
        UUID id = drafts.begin(office, "staff-change");
        long version = 0;
        for (int i = 1; i < Drafts.PEOPLE; i++) {
            version = wizard.save(office, id, "technical", Typed.technical(), version);
        }
        long full = version;
        refused(Refused.Reason.TOO_MANY_PEOPLE, () -> wizard.save(office, id, "technical", Typed.technical(), full));
        Person last = draft(id).content().people("technical").get(Drafts.PEOPLE - 1);
        version = wizard.save(office, id, "technical", Typed.with(last, "firstName", "Anne"), version);
        wizard.remove(office, id, "technical", last.id(), version);
        assertThat(draft(id).content().people("technical")).hasSize(Drafts.PEOPLE - 1);
        world.upload(office, id, "diploma", "diplome.pdf");
        assertThat(world.send(office, id)).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-05 is one of a hundred at most, also when several are begun at once; corrections still go on")
    void hundredDrafts() {
        String number = world.send(office, "certificate");
        service.ask(number, List.of(SEAT), List.of());
        for (int i = 0; i < 98; i++) {
            drafts.begin(office, "certificate");
        }
        var outcomes = AtOnce.call(IntStream.range(0, 4)
                .mapToObj(i -> (java.util.concurrent.Callable<UUID>) () -> drafts.begin(office, "certificate"))
                .toList());
        assertThat(outcomes.stream().filter(Outcome::won).count()).isEqualTo(2);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()).toList())
                .allSatisfy(outcome ->
                        assertThat(outcome.failure(Refused.class).reason()).isEqualTo(Refused.Reason.TOO_MANY_DRAFTS));
        assertThat(drafts.of(office)).hasSize(100);

        world.send(office, corrections.begin(office, number));
        refused(Refused.Reason.TOO_MANY_DRAFTS, () -> drafts.begin(office, "certificate"));
        drafts.delete(office, drafts.of(office).get(0).id());
        assertThat(drafts.begin(office, "certificate")).isNotNull();
    }

    @Test
    @DisplayName("PROC-06 made another kind keeps what was typed, and asks for that kind's documents")
    void kindChanged() {
        UUID id = drafts.begin(office, "staff-change");
        drafts.save(office, id, SEAT, Map.of("city", "PANTIN"), 0);
        drafts.change(office, id, "secondary-establishment");
        Wizard.Preparation prepared = wizard.of(office, id).orElseThrow();
        assertThat(prepared.kind().id()).isEqualTo("secondary-establishment");
        assertThat(prepared.content().answers(SEAT)).isEqualTo(Map.of("city", "PANTIN"));
        assertThat(prepared.content().people("technical")).hasSize(1);
        assertThat(prepared.checked().problems().get(Draft.DOCUMENTS)).hasSize(4);
        elsewhere(() -> wizard.save(office, id, SEAT, Map.of("city", "EN RETARD"), 1));
        refused(Refused.Reason.UNKNOWN_KIND, () -> drafts.change(office, id, "nothing"));
        assertThat(draft(id).kind()).isEqualTo("secondary-establishment");
    }

    @Test
    @DisplayName("PROC-05 that is deleted is gone with its files; deleting it twice does no harm")
    void deleted() {
        UUID id = world.draft(office, "staff-change");
        StoredFile file = drafts.files(office, id).get("diploma").get(0);
        drafts.delete(office, id);
        drafts.delete(office, id);
        assertThat(drafts.find(office, id)).isEmpty();
        assertThat(count("stored_file", file.id())).isZero();
        assertThat(jdbc.sql("select count(*) from procedure_document where draft_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> wizard.save(office, id, SEAT, Map.of(), 1));
    }

    private Draft draft(UUID id) {
        return Optional.of(id).flatMap(one -> drafts.find(office, one)).orElseThrow();
    }

    private long count(String table, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static void elsewhere(ThrowingCallable action) {
        assertThatExceptionOfType(ChangedElsewhere.class).isThrownBy(action);
    }
}
