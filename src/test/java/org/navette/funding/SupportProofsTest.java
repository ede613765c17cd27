package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.funding.SupportProofs.Challenge;
import org.navette.funding.SupportRefused.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("FUND-03 The proof of work")
class SupportProofsTest {

    @Autowired
    SupportProofs proofs;

    @Autowired
    SupportWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-03 is taken once")
    void once() {
        String proof = world.proof();
        use(proof);
        refused(proof, Reason.PROOF_USED);
        use(world.proof());
    }

    @Test
    @DisplayName("FUND-03 of one proof sent many times at the same instant one counts")
    void race() {
        String proof = world.proof();
        AtOnce.Action use = () -> use(proof);
        assertThat(AtOnce.run(use, use, use).stream().filter(AtOnce.Outcome::won))
                .hasSize(1);
    }

    @Test
    @DisplayName("FUND-03 was not used when what it was used for is rolled back")
    void rolledBack() {
        String proof = world.proof();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            proofs.use(proof);
            status.setRollbackOnly();
        });
        use(proof);
    }

    @Test
    @DisplayName("FUND-03 is too old after ten minutes, and forgotten then")
    void old() {
        String late = world.proof();
        String used = world.proof();
        use(used);
        agency.later(Duration.ofMinutes(9));
        refused(used, Reason.PROOF_USED);
        agency.later(Duration.ofMinutes(11));
        refused(late, Reason.PROOF_EXPIRED);
        refused(used, Reason.PROOF_EXPIRED);
        use(world.proof());
        assertThat(jdbc.sql(
                                "select count(*) from funding_support_proof where expires_at < now() + interval '11 minutes'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("FUND-03 nothing that was not asked, signed and solved passes")
    void wrong() {
        Challenge asked = proofs.challenge();
        Challenge other = proofs.challenge();
        String longer = asked.salt().replace("&", "0&");
        String mine = SupportWorld.digest(longer + 1);
        Stream.of(
                        world.written(asked, -1),
                        world.written(asked, asked.maxnumber() + 1),
                        world.written(asked, 1.5),
                        world.written(asked, "1"),
                        // somebody else's signature, none, and a date of one's own
                        world.solved(new Challenge(
                                asked.algorithm(),
                                asked.challenge(),
                                asked.maxnumber(),
                                asked.salt(),
                                other.signature())),
                        world.solved(new Challenge(
                                asked.algorithm(), asked.challenge(), asked.maxnumber(), asked.salt(), "")),
                        world.written(new Challenge(asked.algorithm(), mine, 9, longer, asked.signature()), 1),
                        world.solved(new Challenge(
                                "SHA-1", asked.challenge(), asked.maxnumber(), asked.salt(), asked.signature())),
                        "x",
                        "%%%",
                        "\u0000",
                        base64("{"),
                        base64("null"),
                        base64("[]"),
                        base64("\"text\""),
                        base64("{\"challenge\": {}, \"salt\": [], \"number\": 1e99}"),
                        base64(" ".repeat(3_000)))
                .forEach(proof -> refused(proof, Reason.PROOF_WRONG));
        refused("", Reason.PROOF_MISSING);
        refused(" ", Reason.PROOF_MISSING);
        use(world.solved(asked));
    }

    @Test
    @DisplayName("FUND-03 digits of the number cannot move into the date")
    void splice() {
        Challenge asked = proofs.challenge();
        String proof = new String(Base64.getDecoder().decode(world.solved(asked)), StandardCharsets.UTF_8);
        String number = proof.replaceFirst(".*\"number\":(\\d+).*", "$1");
        String salt = asked.salt().substring(0, asked.salt().length() - 1);
        Challenge moved = new Challenge(
                asked.algorithm(), asked.challenge(), 9, salt + "&" + number.charAt(0), asked.signature());
        String rest = number.substring(1);
        refused(world.written(moved, rest.isEmpty() ? 0 : Integer.parseInt(rest)), Reason.PROOF_WRONG);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void use(String proof) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> proofs.use(proof));
    }

    private void refused(String proof, Reason reason) {
        assertThatExceptionOfType(SupportRefused.class)
                .as(proof)
                .isThrownBy(() -> use(proof))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
