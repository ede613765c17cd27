package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.Couloir;
import org.navette.engine.Processes;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.Incompletes;
import org.navette.funding.PayingAgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("FUND-14 The diagram funding-request")
class FundingRequestTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    PayingAgency agency;

    @Autowired
    Incompletes incompletes;

    @Autowired
    Processes processes;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Enrolled enrolled;
    private String number;

    @BeforeEach
    void load() {
        enrolled = world.enrolled(Couloir.MDV);
        number = files.advance(enrolled, Couloir.MDV);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-13 the supplier is warned on the sixth day, and the request is deleted after seven")
    void neverCompleted() {
        assertThat(incompletes
                        .list(enrolled.supplier(), "", null, null, null)
                        .get(0)
                        .expiresAt())
                .isCloseTo(dueOf("Timer_NeverCompleted"), within(10, ChronoUnit.SECONDS));
        agency.later(Duration.ofDays(6).minusMinutes(5));
        assertThat(agency.runDueTimers(number)).isZero();
        agency.later(Duration.ofMinutes(10));
        assertThat(agency.runDueTimers(number)).isEqualTo(1);
        assertThat(mails()).singleElement().satisfies(letter -> assertThat(letter.subject())
                .contains(number));
        assertThat(incompletes.count(enrolled.supplier())).isEqualTo(1);
        agency.later(Duration.ofDays(1));
        assertThat(agency.runDueTimers(number)).isEqualTo(1);

        assertThat(status()).isEqualTo("Supprimée");
        assertThat(incompletes.count(enrolled.supplier())).isZero();
        assertThat(instances()).isZero();
        assertThat(files.advance(enrolled, Couloir.MDV))
                .as("its editor number is free")
                .isNotEqualTo(number);
    }

    @Test
    @DisplayName(
            "FUND-15 validated, decided, paid: the retained amount is within the ceiling, the advance is 30 % of it")
    void wholeLife() {
        send("funding.completed");
        assertThat(amount()).as("nothing before the first instruction").isNull();
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(status()).isEqualTo("Validée");
        BigDecimal declared = value("declared");
        assertThat(value("retained_excl")).isEqualByComparingTo(declared.min(new BigDecimal("1100.00")));
        assertThat(amount()).isPositive();
        send("funding.decided");
        assertThat(status()).isEqualTo("Décidée");
        send("funding.paid");
        assertThat(status()).isEqualTo("Décidée");
        assertThat(instances()).isZero();
    }

    @Test
    @DisplayName("FUND-14 a rejection says why, and frees the editor number")
    void rejected() {
        send("funding.completed");
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Le bon de commande n'est pas signé."));
        assertThat(status()).isEqualTo("Rejetée");
        assertThat(mails()).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("n'est pas signé", number));
        assertThat(files.advance(enrolled, Couloir.MDV)).isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-14 asking for a change names its fields in the mail")
    void toModify() {
        send("funding.completed");
        agency.decide(
                number,
                Map.of("outcome", "CHANGES", "fields", List.of("AMOUNT", "ORDER_DATE"), "awaited", "Voir la facture."));
        assertThat(status()).isEqualTo("A modifier");
        assertThat(mails()).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("Date de la commande, Montant hors taxe", "Voir la facture.", number));
        send("funding.answered");
        assertThat(status()).isEqualTo("En cours");
        assertThat(agency.task(number).getAssignee()).isEqualTo(agency.agent());
    }

    @Test
    @DisplayName("FUND-18 a cancellation ends it wherever it is")
    void cancelled() {
        send("funding.completed");
        agency.claim(agency.agent(), number);
        send("funding.cancelled");
        assertThat(status()).isEqualTo("Annulée");
        assertThat(instances()).isZero();
        assertThatExceptionOfType(Processes.NotWaiting.class).isThrownBy(() -> send("funding.cancelled"));
    }

    private void send(String message) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> processes.correlate(message, number, Map.of()));
    }

    private List<SentLetters.Letter> mails() {
        String address = enrolled.supplier().correspondent().email();
        letters.send(address);
        return letters.to(address).stream()
                .filter(letter -> letter.subject().contains(number))
                .toList();
    }

    private String status() {
        return jdbc.sql("select status_label from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private BigDecimal amount() {
        return value("amount");
    }

    private BigDecimal value(String column) {
        return jdbc.sql("select " + column + " from funding_request f join request r on r.id = f.id where r.number = ?")
                .param(number)
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    private long instances() {
        return jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private java.time.Instant dueOf(String timer) {
        return jdbc.sql("select j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where e.business_key_ = ? and j.handler_cfg_ = ?")
                .params(number, "Event_" + timer.substring("Timer_".length()))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }
}
