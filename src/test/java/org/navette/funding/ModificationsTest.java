package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.engine.TaskRefused;
import org.navette.funding.Amendments.Amendment;
import org.navette.funding.Amendments.Cause;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld.Enrolled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("Modifications of requests for funding")
class ModificationsTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ModificationWorld asked;

    @Autowired
    Modifications modifications;

    @Autowired
    RequestDocuments documents;

    @Autowired
    FundingInstructions instructions;

    @Autowired
    PayingAgency agency;

    @Autowired
    PlatformTransactionManager transactions;

    private Enrolled enrolled;
    private Supplier supplier;

    @BeforeEach
    void enrol() {
        enrolled = world.enrolled(Couloir.MDV);
        supplier = enrolled.supplier();
    }

    private boolean send(String number, Map<String, String> changed) {
        RequestDocuments.Found found = documents.find(supplier, number).orElseThrow();
        Map<String, String> posted =
                new HashMap<>(modifications.current(found.own()).texts());
        posted.putAll(changed);
        return modifications.send(supplier, number, modifications.version(found.request()), posted);
    }

    @Test
    @DisplayName(
            "FUND-14 a change adds an amendment, frees the old beneficiary, and gives the request back to the same agent")
    void changes() {
        String number = asked.toModify(enrolled, Couloir.MDV, Field.AMOUNT, Field.BENEFICIARIES);
        Declaration before = asked.own(number).declaration();

        assertThat(send(number, Map.of("montantSegurHT", "500", "beneficiaires.0.rpps", "10001234999")))
                .isTrue();

        FundingRequest own = asked.own(number);
        assertThat(own.declaration().amount()).isEqualByComparingTo("500");
        assertThat(own.awaited()).isEmpty();
        assertThat(own.remark()).isNull();
        assertThat(asked.funded(number)).containsExactly("10001234999");
        assertThat(asked.versions(number))
                .extracting(Amendment::cause, version -> version.declaration().amount())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Cause.DEPOSIT, before.amount()),
                        org.assertj.core.groups.Tuple.tuple(
                                Cause.MODIFICATION, own.declaration().amount()));
        assertThat(asked.versions(number).get(1).by())
                .isEqualTo(supplier.correspondent().name());
        assertThat(asked.status(number)).isEqualTo("En cours");
        assertThat(agency.task(number).getAssignee()).isEqualTo(agency.agent());
        assertThat(own.amounts())
                .as("what was retained of another amount is gone")
                .isNull();

        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(asked.amount(number, "retained_excl")).isEqualByComparingTo("500");
        assertThat(asked.amount(number, "amount")).isEqualByComparingTo("180");
        // the beneficiary that is none any more can be funded by another request
        asked.toModify(
                enrolled,
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                        .times(1)
                        .with("/demandes/0/numeroEditeur", "\"B2\""),
                Field.AMOUNT);
    }

    @Test
    @DisplayName("FUND-15 what was retained stays when neither the amount nor the number of beneficiaries changes")
    void retained() {
        String number = asked.toModify(enrolled, Couloir.MDV, Field.ORDER_DATE);
        assertThat(asked.amount(number, "retained_excl")).isEqualByComparingTo("1074.99");
        send(number, Map.of("dateCommande", "20/05/2026"));
        assertThat(asked.amount(number, "retained_excl")).isEqualByComparingTo("1074.99");
    }

    @Test
    @DisplayName("FUND-14 two requests that take the same beneficiary at once: one has it, the other is told")
    void sameBeneficiary() {
        String first = asked.toModify(enrolled, Couloir.MDV, Field.BENEFICIARIES);
        String second = asked.toModify(
                enrolled,
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                        .times(1)
                        .with("/demandes/0/numeroEditeur", "\"B2\"")
                        .with("/demandes/0/beneficiaires/0/rpps", "\"10009999999\""),
                Field.BENEFICIARIES);
        Map<String, String> taken = Map.of("beneficiaires.0.rpps", "10007777777");
        for (int round = 0; round < 3; round++) {
            List<AtOnce.Outcome<Void>> outcomes = AtOnce.run(() -> send(first, taken), () -> send(second, taken));

            assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.won())
                    .singleElement()
                    .satisfies(outcome -> assertThat(
                                    outcome.failure(InvalidModification.class).errors())
                            .hasEntrySatisfying("beneficiaires.0.rpps", text -> assertThat(text)
                                    .contains("a déjà une avance pour ce logiciel")));
            String winner = outcomes.get(0).won() ? first : second;
            asked.ask(winner, Field.BENEFICIARIES);
            send(winner, Map.of("beneficiaires.0.rpps", "1000888888" + round));
            asked.ask(winner, Field.BENEFICIARIES);
        }
    }

    @Test
    @DisplayName("FUND-14 the same form sent twice at once changes once")
    void twice() {
        String number = asked.toModify(enrolled, Couloir.MDV, Field.ORDER_DATE);
        String version = modifications.version(
                documents.find(supplier, number).orElseThrow().request());
        Map<String, String> posted = Map.of("dateCommande", "20/05/2026");
        List<AtOnce.Outcome<Void>> outcomes = AtOnce.run(
                () -> modifications.send(supplier, number, version, posted),
                () -> modifications.send(supplier, number, version, posted));

        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.won()).allSatisfy(outcome -> assertThat(
                        outcome.failure(Refused.class).reason())
                .isEqualTo(Refused.Reason.NOT_AWAITED));
        assertThat(asked.versions(number)).hasSize(2);
    }

    @Test
    @DisplayName("FUND-14 a page that is older than what is awaited now changes nothing; nor does another supplier")
    void outdated() {
        String number = asked.toModify(enrolled, Couloir.MDV, Field.ORDER_DATE);
        String version = modifications.version(
                documents.find(supplier, number).orElseThrow().request());
        send(number, Map.of("dateCommande", "20/05/2026"));
        asked.ask(number, Field.ORDER_DATE);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> modifications.send(supplier, number, version, Map.of("dateCommande", "21/05/2026")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refused.Reason.OUTDATED));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> modifications.send(world.supplier(), number, version, Map.of()));
        assertThat(asked.versions(number)).hasSize(2);
    }

    @Test
    @DisplayName("FUND-14 a change without a field is refused by the form, and by the server whatever the form is")
    void noField() {
        String number = asked.toModify(enrolled, Couloir.MDV, Field.ORDER_DATE);
        send(number, Map.of("dateCommande", "20/05/2026"));
        for (List<String> fields : List.of(List.<String>of(), List.of("IBAN"))) {
            Map<String, Object> answers = Map.of("outcome", "CHANGES", "fields", fields, "awaited", "À revoir.");
            assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> agency.decide(number, answers));
            String task = agency.task(number).getId();
            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> new TransactionTemplate(transactions)
                            .executeWithoutResult(status -> instructions.record(number, task, agency.agent(), answers)))
                    .withMessageContaining("Cochez ce qui est à modifier");
        }
        assertThat(asked.status(number)).isEqualTo("En cours");
    }
}
