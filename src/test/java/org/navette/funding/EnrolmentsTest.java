package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.StoredFile;
import org.navette.forms.InvalidAnswers;
import org.navette.procedures.Typed;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("FUND-05 FUND-06 Enrolments")
class EnrolmentsTest {

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    Enrolments enrolments;

    @Autowired
    EnrolmentDrafts drafts;

    @Autowired
    EnrolmentList list;

    @Autowired
    Suppliers suppliers;

    @Autowired
    FundingTraces traces;

    @Autowired
    JdbcClient jdbc;

    private String siret;
    private String software;
    private Map<String, Object> typed;

    @BeforeEach
    void company() {
        siret = Typed.siret(Typed.siren(), 1);
        software = world.software(Couloir.MDV);
        typed = FundingWorld.typed(software, siret);
    }

    @Test
    @DisplayName("FUND-05 keeps what was typed in its plain form, and each document by its kind")
    void kept() {
        String number = enrolments.send(world.draft(typed));
        Enrolment own = traces.own(number);
        assertThat(own.kind()).isEqualTo(Enrolment.Kind.INITIAL);
        assertThat(own.answers())
                .containsEntry("iban", "FR7630006000011234567890189")
                .containsEntry("bic", "AGRIFRPP")
                .containsEntry("city", "PARIS")
                .containsEntry("representativeLastName", "GARNIER-NOËL");
        assertThat(own.applicant()).isNotNull();
        assertThat(own.email()).isEqualTo(typed.get("applicantEmail"));
        assertThat(traces.files(number))
                .extracting(StoredFile::step)
                .containsExactlyInAnyOrder("document.RIB", "document.IDENTITE", "document.KBIS", "document.MANDAT");
    }

    @Test
    @DisplayName("FUND-05 asks for no mandate, and keeps no applicant, when the representative is the applicant")
    void samePerson() {
        typed.put("samePerson", true);
        UUID draft = world.draft(typed);
        assertThat(drafts.documents(drafts.find(draft).orElseThrow()))
                .extracting(ExpectedDocument::code)
                .containsExactly("RIB", "IDENTITE", "KBIS");
        Enrolment own = traces.own(enrolments.send(draft));
        assertThat(own.applicant()).isNull();
        assertThat(own.answers()).doesNotContainKey("applicantLastName");
        assertThat(own.email()).isEqualTo(typed.get("representativeEmail"));
    }

    @Test
    @DisplayName("FUND-05 is refused while a document is missing; nothing is lost")
    void missing() {
        UUID draft = UUID.randomUUID();
        drafts.save(draft, "", typed);
        world.upload(draft, "RIB");
        refused(() -> enrolments.send(draft), Refused.Reason.DOCUMENT_MISSING);
        assertThat(drafts.missing(drafts.find(draft).orElseThrow()))
                .extracting(ExpectedDocument::code)
                .containsExactly("IDENTITE", "KBIS", "MANDAT");
    }

    @Test
    @DisplayName("FUND-05 knows the ANS's numbers, those that are somebody's, and companies that are enrolled")
    void problems() {
        typed.put("ansNumber", "inconnu1");
        typed.put("siret", world.supplier().siret());
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> drafts.save(UUID.randomUUID(), "", typed))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("ansNumber", "siret"));
        Map<String, Object> other = FundingWorld.typed(software, siret);
        enrolments.send(world.draft(other));
        other.put("ansNumber", software.toUpperCase(java.util.Locale.ROOT));
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> drafts.save(UUID.randomUUID(), "", other))
                .satisfies(e -> assertThat(e.messages().get("ansNumber").get(0)).contains("déjà l'objet"));
    }

    @Test
    @DisplayName("FUND-05 the same draft sent twice at once is one enrolment")
    void twice() {
        UUID draft = world.draft(typed);
        var outcomes = AtOnce.call(List.of(() -> enrolments.send(draft), () -> enrolments.send(draft)));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        assertThat(count(software)).isEqualTo(1);
    }

    @Test
    @DisplayName("FUND-06 of two enrolments of one software sent at once one is kept")
    void race() {
        UUID one = world.draft(typed);
        UUID two = world.draft(FundingWorld.typed(software, Typed.siret(Typed.siren(), 1)));
        var outcomes = AtOnce.call(List.of(() -> enrolments.send(one), () -> enrolments.send(two)));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(count(software)).isEqualTo(1);
        refused(
                () -> enrolments.complement(world.supplier(), UUID.randomUUID(), software),
                Refused.Reason.NUMBER_TAKEN);
    }

    @Test
    @DisplayName("FUND-06 two enrolments of one company end with one supplier, which has both")
    void twoOfOneCompany() {
        String first = enrolments.send(world.draft(typed));
        String second = enrolments.send(world.draft(FundingWorld.typed(world.software(Couloir.HOP), siret)));
        agency.decide(first, Map.of("outcome", "VALIDATED"));
        agency.decide(second, Map.of("outcome", "VALIDATED"));
        Supplier supplier = suppliers.bySiret(siret).orElseThrow();
        assertThat(list.of(supplier)).extracting(EnrolmentList.Row::number).containsExactly(second, first);
        assertThat(enrolments.find(supplier, second)).isPresent();
        assertThat(jdbc.sql("select status || ' ' || iban from funding_bank_details where supplier_id = ?")
                        .param(supplier.id())
                        .query(String.class)
                        .list())
                .containsExactly("ACTIVE FR7630006000011234567890189");
    }

    @Test
    @DisplayName("FUND-05 a draft is gone after a day, and cannot be sent any more")
    void old() {
        UUID draft = world.draft(typed);
        agency.later(EnrolmentDrafts.LIFE.plusMinutes(1));
        try {
            assertThat(drafts.find(draft)).isEmpty();
            assertThatThrownBy(() -> enrolments.send(draft)).isInstanceOf(NoSuchElementException.class);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    @DisplayName("FUND-06 nothing is added when nothing is awaited, or without a file; another supplier finds nothing")
    void additions() {
        Supplier supplier = world.supplier();
        String number = world.enrol(supplier);
        var found = enrolments.find(supplier, number).orElseThrow();
        refused(() -> add(found, List.of()), Refused.Reason.NOT_AWAITED);
        agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", "Le Kbis."));
        var awaiting = enrolments.find(supplier, number).orElseThrow();
        refused(() -> add(awaiting, List.of()), Refused.Reason.DOCUMENT_MISSING);
        assertThat(enrolments.find(world.supplier(), number)).isEmpty();
        assertThat(traces.status(number)).isEqualTo("En attente de pièce justificative");
    }

    private void add(Enrolments.Found found, List<UUID> files) {
        enrolments.add(found, new Submission(UUID.randomUUID(), "", Map.of(), files));
    }

    private int count(String number) {
        return jdbc.sql("select count(*) from funding_enrolment where ans_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private static void refused(ThrowingCallable action, Refused.Reason reason) {
        assertThatExceptionOfType(Refused.class).isThrownBy(action).satisfies(e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
