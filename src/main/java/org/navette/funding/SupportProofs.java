package org.navette.funding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proofs of work that keep programs away from the contact form without a puzzle for people (FUND-03): the browser looks
 * for the number whose SHA-256 with a salt is the challenge, as the protocol of ALTCHA has it. A challenge is signed
 * rather than kept; only those that were used are, until they expire.
 */
@Component
public class SupportProofs {

    /** How long a challenge can be answered. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** The number is below it: the middle of the work is half of it, well under a second of a usual computer. */
    static final int MOST = 100_000;

    private static final String ALGORITHM = "SHA-256";
    private static final int LONGEST = 2_000;
    // the salt ends with a sign that is no digit: none can move between the date and the number
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=(\\d{1,12})&");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SupportProofs(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the browser is asked.
     *
     * @param challenge SHA-256 of the salt followed by the number to be found, in hexadecimal digits
     * @param signature ours of the challenge
     */
    public record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {}

    /** A new challenge. */
    public Challenge challenge() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes) + "?expires="
                + clock.instant().plus(LIFE).getEpochSecond() + "&";
        String challenge = digest(salt + random.nextInt(MOST));
        return new Challenge(ALGORITHM, challenge, MOST, salt, sign(challenge));
    }

    /**
     * Checks a proof and uses it up, inside the caller's transaction: when that is rolled back, it was not used.
     *
     * @param proof the challenge with its number, as JSON in Base64
     * @throws SupportRefused when it is missing, wrong, too old or used already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(String proof) {
        Solution solution = check(proof);
        jdbc.sql("delete from funding_support_proof where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        int used = jdbc.sql("insert into funding_support_proof (challenge, expires_at) values (?, ?)"
                        + " on conflict do nothing")
                .params(solution.challenge(), Timestamp.from(solution.expires()))
                .update();
        if (used == 0) {
            throw new SupportRefused(SupportRefused.Reason.PROOF_USED);
        }
    }

    private record Solution(String challenge, Instant expires) {}

    private Solution check(String proof) {
        if (proof.isBlank()) {
            throw new SupportRefused(SupportRefused.Reason.PROOF_MISSING);
        }
        JsonNode read = read(proof);
        String challenge = read.path("challenge").asText();
        String salt = read.path("salt").asText();
        Matcher parts = SALT.matcher(salt);
        JsonNode number = read.path("number");
        boolean right = parts.matches()
                && read.path("algorithm").asText().equals(ALGORITHM)
                && number.isInt()
                && same(sign(challenge), read.path("signature").asText())
                && same(digest(salt + number.asInt()), challenge);
        if (!right) {
            throw new SupportRefused(SupportRefused.Reason.PROOF_WRONG);
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (expires.isBefore(clock.instant())) {
            throw new SupportRefused(SupportRefused.Reason.PROOF_EXPIRED);
        }
        return new Solution(challenge, expires);
    }

    private JsonNode read(String proof) {
        try {
            if (proof.length() <= LONGEST) {
                byte[] bytes = Base64.getDecoder().decode(proof);
                return json.readTree(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // as wrong as any other
        }
        throw new SupportRefused(SupportRefused.Reason.PROOF_WRONG);
    }

    private String sign(String challenge) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret() {
        return jdbc.sql("select secret from funding_support_proof_key")
                .query(byte[].class)
                .single();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
