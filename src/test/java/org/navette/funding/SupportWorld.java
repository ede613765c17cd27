package org.navette.funding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.RequestTraces;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Forms;
import org.navette.requests.Submission;
import org.springframework.boot.test.context.TestComponent;

/** People who write to the support, and what that leaves. */
@TestComponent
public class SupportWorld extends RequestTraces {

    private final SupportRequests support;
    private final SupportProofs proofs;
    private final SupportRows rows;
    private final PayingAgency agency;
    private final FileStore files;
    private final Forms forms;
    private final ObjectMapper json;

    SupportWorld(
            SupportRequests support,
            SupportProofs proofs,
            SupportRows rows,
            PayingAgency agency,
            FileStore files,
            Forms forms,
            ObjectMapper json) {
        this.support = support;
        this.proofs = proofs;
        this.rows = rows;
        this.agency = agency;
        this.files = files;
        this.forms = forms;
        this.json = json;
    }

    /** Somebody who is not signed in. */
    public SupportAuthor unknown() {
        agency.agent();
        return SupportAuthor.unknown(UUID.randomUUID());
    }

    /** An address that nobody else has. */
    public static String email() {
        return "support." + UUID.randomUUID() + "@world.example";
    }

    /** Right answers to the form. */
    public static Map<String, Object> answers(String email) {
        return Map.of(
                "couloir", "HOP",
                "phase", "ADVANCE",
                "kind", "TECHNICAL",
                "name", "Éloïse Chaput",
                "email", email,
                "phone", "01 99 00 12 47",
                "requestNumber", "Sans objet",
                "description", "Mon fichier est refusé à la simulation.");
    }

    /** The same with one answer changed. */
    public static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(field, value);
        return changed;
    }

    /** The version of the form that people see now. */
    public String form() {
        return forms.latest(SupportRequests.FORM).definitionId();
    }

    /** A form as it is sent. */
    public Submission submission(UUID key, Map<String, Object> answers, List<UUID> files) {
        return new Submission(key, form(), answers, files);
    }

    /** A request of somebody who is not signed in. Returns its number. */
    public String sent(String email) {
        return support.send(unknown(), submission(UUID.randomUUID(), answers(email), List.of()), proof());
    }

    /** A new challenge, solved. */
    public String proof() {
        return solved(proofs.challenge());
    }

    /** The proof for a challenge. */
    public String solved(SupportProofs.Challenge challenge) {
        for (int number = 0; number <= challenge.maxnumber(); number++) {
            if (digest(challenge.salt() + number).equals(challenge.challenge())) {
                return written(challenge, number);
            }
        }
        throw new AssertionError("no number solves " + challenge);
    }

    /** A proof with a number, right or wrong. */
    public String written(SupportProofs.Challenge challenge, Object number) {
        try {
            byte[] text = json.writeValueAsBytes(Map.of(
                    "algorithm", challenge.algorithm(),
                    "challenge", challenge.challenge(),
                    "salt", challenge.salt(),
                    "signature", challenge.signature(),
                    "number", number));
            return Base64.getEncoder().encodeToString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A file that a supplier has added to a form and not sent yet. */
    public StoredFile upload(Supplier supplier, UUID bucket) {
        return upload(SupportAuthor.of(supplier), bucket, "dossier.json", "{\"demandes\": []}");
    }

    /** A text file that somebody has added to a form. */
    StoredFile upload(SupportAuthor author, UUID bucket, String name, String content) {
        return files.upload(
                bucket,
                author.owner(),
                support.rules(),
                0,
                name,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The request's own part. */
    SupportRequest own(String number) {
        return rows.get(id(number));
    }
}
