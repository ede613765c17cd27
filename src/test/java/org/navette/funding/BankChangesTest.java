package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("FUND-24 Changes of bank details")
class BankChangesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    AccountChangeWorld accounts;

    @Autowired
    BankChanges changes;

    @Autowired
    BankDetails banks;

    @Autowired
    AccountChangeInstructions instructions;

    @Autowired
    FundingTraces traces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Supplier supplier;

    @BeforeEach
    void supplier() {
        supplier = world.supplier();
    }

    @Test
    @DisplayName("FUND-24 new details wait beside the active ones, in their plain form, with the bank's document")
    void sent() {
        String number = accounts.sendBank(supplier);
        assertThat(number).matches("RIB\\d{4,}");
        assertThat(accounts.banks(supplier)).containsExactly("ACTIVE 0189", "PENDING 2606");
        assertThat(banks.of(supplier).get(0)).satisfies(row -> {
            assertThat(row.iban()).isEqualTo("FR14\u00a0••••\u00a02606");
            assertThat(row.bic()).isEqualTo("PSSTFRPPXXX");
            assertThat(row.number()).isEqualTo(number);
        });
        assertThat(traces.files(number)).extracting(StoredFile::step).containsExactly("document.RIB");
    }

    @Test
    @DisplayName("FUND-24 they are refused without the bank's document, and when they are the active ones")
    void refused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> changes.send(
                        supplier, new Submission(UUID.randomUUID(), "", AccountChangeWorld.bank(), List.of())))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refused.Reason.DOCUMENT_MISSING));
        Map<String, Object> same = AccountChangeWorld.bank();
        same.putAll(
                Map.of("iban", "FR7630006000011234567890189", "bic", "AGRIFRPP", "domiciliation", "Banque du Quai"));
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> changes.send(supplier, new Submission(UUID.randomUUID(), "", same, List.of())))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("iban"));
        assertThat(accounts.banks(supplier)).containsExactly("ACTIVE 0189");
    }

    @Test
    @DisplayName("FUND-24 a file of another supplier's form cannot be sent with them")
    void othersFile() {
        Submission theirs = accounts.bankSubmission(world.supplier());
        assertThatExceptionOfType(org.navette.files.RefusedFile.class).isThrownBy(() -> changes.send(supplier, theirs));
        assertThat(accounts.banks(supplier)).containsExactly("ACTIVE 0189");
    }

    @RepeatedTest(3)
    @DisplayName("FUND-24 of two sent at once one is kept; the same form sent twice at once is one request")
    void race() {
        Submission one = accounts.bankSubmission(supplier);
        Submission two = accounts.bankSubmission(supplier);
        var outcomes = AtOnce.call(List.of(() -> changes.send(supplier, one), () -> changes.send(supplier, two)));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .singleElement()
                .satisfies(lost -> assertThat(lost.failure(Refused.class))
                        .extracting(Refused::reason)
                        .isEqualTo(Refused.Reason.CHANGE_PENDING));
        Supplier other = world.supplier();
        Submission same = accounts.bankSubmission(other);
        var twice = AtOnce.call(List.of(() -> changes.send(other, same), () -> changes.send(other, same)));
        assertThat(twice).allMatch(AtOnce.Outcome::won);
        assertThat(twice.get(0).value()).isEqualTo(twice.get(1).value());
        assertThat(accounts.banks(other)).containsExactly("ACTIVE 0189", "PENDING 2606");
    }

    @RepeatedTest(5)
    @DisplayName("FUND-24 of two changes applied at once exactly one account is active")
    void parallel() {
        var transaction = new TransactionTemplate(transactions);
        String one = unsettled();
        String two = unsettled();
        var outcomes = AtOnce.run(
                () -> transaction.executeWithoutResult(status -> instructions.apply(one)),
                () -> transaction.executeWithoutResult(status -> instructions.apply(two)));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        assertThat(accounts.banks(supplier)).containsExactlyInAnyOrder("REPLACED 0189", "REPLACED 2606", "ACTIVE 2606");
    }

    /** A change that does not count as pending, so that there can be two. */
    private String unsettled() {
        String number = accounts.sendBank(supplier);
        jdbc.sql("update funding_account_change set status = 'VALIDATED' where id = ?")
                .param(traces.id(number))
                .update();
        return number;
    }

    @Test
    @DisplayName("FUND-24 another supplier finds none of them")
    void scoped() {
        UUID id = world.activeBank(supplier);
        assertThat(banks.find(supplier, id)).isPresent();
        assertThat(banks.find(world.supplier(), id)).isEmpty();
    }
}
