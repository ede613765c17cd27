package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Organism;
import org.navette.directory.Supervisor;
import org.navette.funding.Cancellations;
import org.navette.funding.Cancellations.Cause;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.PaymentState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("FUND-18 Cancellation, and the diagram funding-cancellation")
class FundingCancellationTest {

    private static final Couloir COULOIR = Couloir.MDV;
    private static final String PAGE = "/agents/gestion/asp/annulations";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    Cancellations cancellations;

    private Enrolled enrolled;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() {
        money.fresh(COULOIR, "5000.00");
        enrolled = world.enrolled(COULOIR);
        supervisor = new Supervisor(
                agency.supervisor(), "Awa Diallo", new Organism("asp", "Agence de services et de paiement"));
    }

    private void cancel(String number, Cause cause) {
        cancellations.cancel(supervisor, number, cause, "Le client a renoncé.");
    }

    private void refused(String number, Cause cause, String field, String problem) {
        assertThatExceptionOfType(InvalidEntry.class)
                .isThrownBy(() -> cancel(number, cause))
                .satisfies(invalid -> assertThat(invalid.problems()).containsExactly(Map.entry(field, problem)));
    }

    @Test
    @DisplayName(
            "FUND-18 a validated request is cancelled at its supplier's demand, once; its editor number is free again")
    void validated() {
        String number = money.validated(enrolled, COULOIR);
        refused(number, Cause.RECOVERY, "cause", "NOT_PAID");
        cancel(number, Cause.DEMAND);
        assertThat(traces.status(number)).isEqualTo("Annulée");
        assertThat(money.own(number, "holds", Boolean.class)).isFalse();
        refused(number, Cause.DEMAND, "number", "ENDED");
        assertThat(files.advance(enrolled, COULOIR)).isNotEqualTo(number);
        Browser browser = world.browser(enrolled.supplier(), port);
        assertThat(browser.get("/segur/demandes/" + number + "/historique").text())
                .contains("Historisée", "Annulée");
    }

    @Test
    @DisplayName("FUND-16 FUND-18 what was decided goes back to its envelope, once, also for two who cancel at once")
    void decided() {
        BigDecimal before = money.remaining(COULOIR);
        String number = money.decided(enrolled, COULOIR);
        assertThat(money.remaining(COULOIR)).isLessThan(before);
        AtOnce.Action one = () -> cancel(number, Cause.DEMAND);
        AtOnce.run(one, one);
        assertThat(traces.status(number)).isEqualTo("Annulée");
        assertThat(money.remaining(COULOIR)).isEqualByComparingTo(before);
    }

    @Test
    @DisplayName("FUND-18 nothing is cancelled while it is being paid; once paid, only a total recovery ends it")
    void paid() {
        String number = money.decided(enrolled, COULOIR);
        BigDecimal after = money.remaining(COULOIR);
        String run = money.payment();
        refused(number, Cause.DEMAND, "number", "BEING_PAID");
        money.execute(run, LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        assertThat(money.own(number, "payment", String.class)).isEqualTo(PaymentState.DONE.name());
        refused(number, Cause.DEMAND, "cause", "PAID");
        cancel(number, Cause.RECOVERY);
        assertThat(traces.status(number)).isEqualTo("Annulée");
        assertThat(money.remaining(COULOIR)).isGreaterThan(after);
        refused(number, Cause.RECOVERY, "number", "ENDED");
    }

    @Test
    @DisplayName(
            "FUND-18 the page says what is wrong beside each field, and keeps what was typed; another organism has none")
    void page() {
        Browser browser = new Browser(port);
        browser.signIn("/agents", agency.supervisor(), PayingAgency.PASSWORD);
        assertThat(browser.get(PAGE).text()).contains("Annuler une demande de financement");
        Browser.Page empty = browser.post(PAGE, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text())
                .contains("Saisissez le numéro de la demande.", "Choisissez la cause.", "Saisissez le motif.");
        Browser.Page unknown =
                browser.post(PAGE, Map.of("number", "FINMDV999999M0", "cause", "DEMAND", "ground", "Plus besoin"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("Aucune demande de financement n'a ce numéro.", "Plus besoin");
        String number = money.validated(enrolled, COULOIR);
        Browser.Page done =
                browser.post(PAGE, Map.of("number", number.toLowerCase(), "cause", "DEMAND", "ground", "Plus besoin"));
        assertThat(browser.follow(done).text())
                .contains("La demande " + number + " est annulée.", "Demande " + number + " annulée");
    }
}
