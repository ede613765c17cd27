package org.navette.providers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The diagram provider-retention")
class ProviderRetentionTest {

    private static final String PROCESS = "provider-retention";

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    CnssAgency agency;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("COMM-05 erases a request for membership that came to nothing after 24 months")
    void membership() {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String email = ProviderWorld.email(clinic);
        String number = world.declare(clinic);
        // a word that no other test types
        String ground = "cachet" + UUID.randomUUID();
        agency.decide(agency.controller(), number, Map.of("outcome", "REJECTED", "ground", ground));
        letters.send(email);
        assertThat(search.columnsWith(email, "%")).contains("membership.email", "mail_outbox.recipient");
        nights.age(number, "25 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(search.columnsWith(email + "|" + ground, "%")).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 keeps files for ten years, then forgets whose care they tell; a transfer stays their sum")
    void files() {
        CareEstablishment clinic = world.member();
        String insured = desk.insured();
        String number = desk.file(clinic, insured, "", "100");
        desk.approve(number, "100");
        String run = desk.run();
        agency.decide(
                agency.accountant(), run, Map.of("executedOn", desk.today().toString()));
        desk.settle(run);
        long transfer = jdbc.sql("select transfer_id from reimbursement where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        nights.age(number, "117 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isFalse();
        nights.age(number, "5 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(jdbc.sql("select concat(cnss_number, beneficiary) from reimbursement where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(jdbc.sql("select amount from provider_transfer where id = ?")
                        .param(transfer)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("100");
        Browser payments = world.browser(clinic, Profile.PAYMENTS, port);
        for (String page : new String[] {
            "/soins/paiements/dossiers?du=2020-01-01",
            "/soins/paiements/detail?du=2020-01-01",
            "/soins/paiements/emissions/" + transfer
        }) {
            assertThat(payments.get(page).text()).as(page).contains(number).doesNotContain(insured);
        }
    }

    @Test
    @DisplayName("COMM-05 forgets after 24 months whose rights were looked up, and keeps who looked and when")
    void consultations() {
        CareEstablishment clinic = world.member();
        String insured = desk.insured();
        for (int months : new int[] {23, 25}) {
            jdbc.sql("insert into rights_consultation (at, establishment_id, account, criterion, sought, insured_id)"
                            + " select now() - make_interval(months => ?), ?, 'INPE', 'CNSS_NUMBER', cnss_number, id"
                            + " from insured where cnss_number = ?")
                    .params(months, clinic.id(), insured)
                    .update();
        }
        nights.pass(PROCESS);
        assertThat(jdbc.sql("select sought from rights_consultation where establishment_id = ? order by at")
                        .param(clinic.id())
                        .query(String.class)
                        .list())
                .containsExactly("", insured);
    }
}
