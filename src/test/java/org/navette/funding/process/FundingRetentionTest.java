package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.SupportWorld;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The diagram funding-retention")
class FundingRetentionTest {

    private static final String PROCESS = "funding-retention";

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld imports;

    @Autowired
    MoneyWorld money;

    @Autowired
    SupportWorld support;

    @Autowired
    PayingAgency agency;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("COMM-05 erases questions to the support after 24 months: who asked, what, and the answer")
    void question() {
        String email = SupportWorld.email();
        String number = support.sent(email);
        agency.decide(number, Map.of("answer", "Carabistouilles."));
        letters.send(email);
        assertThat(search.columnsWith(email, "%")).contains("funding_support_request.email", "mail_outbox.recipient");
        nights.age(number, "25 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(search.columnsWith(email + "|carabistouilles", "%")).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 keeps what was decided for ten years, then forgets its people and keeps its amounts")
    void money() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        money.fresh(Couloir.MDV, "100000");
        String number = money.decided(enrolled, Couloir.MDV);
        BigDecimal amount = money.own(number, "amount", BigDecimal.class);
        nights.age(number, "117 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isFalse();
        nights.age(number, "5 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(money.own(number, "amount", BigDecimal.class)).isEqualTo(amount);
        assertThat(jdbc.sql("select count(*) from funding_beneficiary b join request r on r.id = b.request_id"
                                + " where r.number = ? and concat(b.name, b.company, b.email, b.phone) <> ''")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(money.own(number, "declaration::text", String.class)).isEqualTo("{}");
    }

    @Test
    @DisplayName("COMM-05 leaves an enrolment that was validated: it is a right that lasts")
    void right() {
        Enrolled enrolled = world.enrolled(Couloir.MDV);
        String number = jdbc.sql("select r.number from request r join funding_enrolment e on e.id = r.id"
                        + " where lower(e.ans_number) = lower(?)")
                .param(enrolled.software())
                .query(String.class)
                .single();
        nights.age(number, "60 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isFalse();
    }
}
