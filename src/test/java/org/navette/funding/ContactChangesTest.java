package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.files.StoredFile;
import org.navette.forms.InvalidAnswers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("FUND-24 Changes of persons")
class ContactChangesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    AccountChangeWorld accounts;

    @Autowired
    PayingAgency agency;

    @Autowired
    ContactChanges changes;

    @Autowired
    Suppliers suppliers;

    @Autowired
    FundingTraces traces;

    private Supplier supplier;

    @BeforeEach
    void supplier() {
        supplier = world.supplier();
    }

    @Test
    @DisplayName("FUND-24 a phone or an address alone needs the identity document only")
    void contactDetails() {
        Map<String, Object> phone = Map.of("representativePhone", "01 99 00 20 02");
        missing(phone, List.of("IDENTITE"));
        String number = changes.send(supplier, accounts.personsSubmission(supplier, phone, "IDENTITE"));
        assertThat(number).matches("CPP\\d{4,}");
        assertThat(traces.files(number)).extracting(StoredFile::step).containsExactly("document.IDENTITE");
        assertThat(suppliers.find(supplier.id()))
                .as("nothing changes before an agent says so")
                .contains(supplier);
    }

    @Test
    @DisplayName("FUND-24 another name, or another person as applicant, needs the mandate too")
    void names() {
        missing(Map.of("representativeLastName", "Nouveau"), List.of("IDENTITE", "MANDAT"));
        missing(AccountChangeWorld.applicant("a@world.example"), List.of("IDENTITE", "MANDAT"));
        missing(AccountChangeWorld.applicant("a@world.example"), List.of("MANDAT"), "IDENTITE");
        String number = accounts.sendPersons(supplier, Map.of("representativeFirstName", "Maud"));
        assertThat(traces.files(number))
                .extracting(StoredFile::step)
                .containsExactlyInAnyOrder("document.IDENTITE", "document.MANDAT");
    }

    @Test
    @DisplayName("FUND-24 the history says what was to be changed, when, and where it stands")
    void history() {
        String first = accounts.sendPersons(supplier, AccountChangeWorld.applicant("a@world.example"));
        agency.decide(first, Map.of("outcome", "VALIDATED"));
        Supplier now = suppliers.find(supplier.id()).orElseThrow();
        String second = accounts.sendPersons(now, Map.of("representativeLastName", "Nouveau"));
        agency.decide(second, Map.of("outcome", "REJECTED", "ground", "Pièce illisible."));
        accounts.sendPersons(now, Map.of("applicantPhone", "0199003003", "representativePhone", "0199003004"));
        assertThat(changes.history(supplier))
                .extracting(past -> past.subject() + ", " + past.statusLabel() + ", " + past.remark())
                .containsExactly(
                        "Modification du représentant légal et du demandeur, En cours, null",
                        "Modification du représentant légal, Rejetée, Pièce illisible.",
                        "Modification du demandeur, Validée, null");
        assertThat(changes.history(world.supplier())).isEmpty();
    }

    @Test
    @DisplayName("FUND-24 who changes nothing is told")
    void nothing() {
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> accounts.sendPersons(supplier, Map.of()))
                .satisfies(e -> assertThat(e.messages().get("").get(0)).startsWith("Rien n'a changé"));
        Map<String, Object> typedAgain = new LinkedHashMap<>();
        typedAgain.put("representativeLastName", "d'hervé");
        typedAgain.put("representativePhone", "+33 1 99 00 10 01");
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> accounts.sendPersons(supplier, typedAgain))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys(""));
    }

    @Test
    @DisplayName("FUND-24 a document in another supplier's bucket does not count")
    void othersFile() {
        Map<String, Object> phone = Map.of("representativePhone", "0199002002");
        UUID theirs =
                accounts.personsSubmission(world.supplier(), phone, "IDENTITE").key();
        assertThatExceptionOfType(DocumentsMissing.class)
                .isThrownBy(() -> changes.send(
                        supplier, new Submission(theirs, "", accounts.persons(supplier, phone), List.of())));
    }

    @RepeatedTest(3)
    @DisplayName("FUND-24 of two sent at once one is kept; bank details can be changed meanwhile")
    void race() {
        Map<String, Object> phone = Map.of("representativePhone", "0199002002");
        Submission one = accounts.personsSubmission(supplier, phone, "IDENTITE");
        Submission two = accounts.personsSubmission(supplier, phone, "IDENTITE");
        var outcomes = AtOnce.call(List.of(() -> changes.send(supplier, one), () -> changes.send(supplier, two)));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .singleElement()
                .satisfies(lost -> assertThat(lost.failure(Refused.class))
                        .extracting(Refused::reason)
                        .isEqualTo(Refused.Reason.CHANGE_PENDING));
        assertThat(accounts.sendBank(supplier)).startsWith("RIB");
    }

    private void missing(Map<String, Object> changed, List<String> documents, String... given) {
        assertThatExceptionOfType(DocumentsMissing.class)
                .isThrownBy(() -> changes.send(supplier, accounts.personsSubmission(supplier, changed, given)))
                .satisfies(e -> assertThat(e.documents())
                        .extracting(ExpectedDocument::code)
                        .containsExactlyElementsOf(documents));
    }
}
