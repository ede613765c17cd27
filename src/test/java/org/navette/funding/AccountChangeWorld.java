package org.navette.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.requests.Submission;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suppliers that change what their account says. */
@TestComponent
public class AccountChangeWorld {

    /** An account that is nobody's yet. */
    public static final String IBAN = "FR1420041010050500013M02606";

    private final FundingWorld world;
    private final BankChanges banks;
    private final ContactChanges contacts;
    private final JdbcClient jdbc;

    AccountChangeWorld(FundingWorld world, BankChanges banks, ContactChanges contacts, JdbcClient jdbc) {
        this.world = world;
        this.banks = banks;
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    /** What somebody types who gives new bank details. */
    public static Map<String, Object> bank() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("iban", "fr14 2004 1010 0505 0001 3M02 606");
        answers.put("bic", "psstfrppxxx");
        answers.put("holder", "Éditeur d'Œuvres & Fils");
        answers.put("domiciliation", "Banque du Pont");
        return answers;
    }

    /** New bank details with their document, ready to be sent. */
    public Submission bankSubmission(Supplier supplier) {
        UUID key = UUID.randomUUID();
        return new Submission(key, "", bank(), List.of(world.upload(key, supplier.owner(), "rib.pdf")));
    }

    /** Sends new bank details; returns the number. */
    public String sendBank(Supplier supplier) {
        return banks.send(supplier, bankSubmission(supplier));
    }

    /** Sends new bank details that differ from {@link #bank()} in some answers; returns the number. */
    public String sendBank(Supplier supplier, Map<String, Object> other) {
        Submission submission = bankSubmission(supplier);
        submission.answers().putAll(other);
        return banks.send(supplier, submission);
    }

    /** What the form of persons holds with some answers changed. */
    public Map<String, Object> persons(Supplier supplier, Map<String, Object> changed) {
        Map<String, Object> answers = new LinkedHashMap<>(contacts.prefill(supplier));
        answers.putAll(changed);
        return answers;
    }

    /** A change of persons with these documents, ready to be sent. */
    public Submission personsSubmission(Supplier supplier, Map<String, Object> changed, String... documents) {
        UUID key = UUID.randomUUID();
        for (String document : documents) {
            world.upload(FundingDocuments.bucket(key, document), supplier.owner(), document + ".pdf");
        }
        return new Submission(key, "", persons(supplier, changed), List.of());
    }

    /** Sends a change of persons with both documents; returns the number. */
    public String sendPersons(Supplier supplier, Map<String, Object> changed) {
        return contacts.send(supplier, personsSubmission(supplier, changed, "IDENTITE", "MANDAT"));
    }

    /** A new applicant, who is not the representative. */
    public static Map<String, Object> applicant(String email) {
        return Map.of(
                "samePerson", false,
                "applicantLastName", "Garnier-Noël",
                "applicantFirstName", "élise",
                "applicantEmail", email,
                "applicantPhone", "01 99 00 10 77");
    }

    /** A supplier's bank accounts, oldest first: {@code ACTIVE …0189}. */
    public List<String> banks(Supplier supplier) {
        return jdbc.sql("select status || ' ' || right(iban, 4) from funding_bank_details where supplier_id = ?"
                        + " order by created_at")
                .param(supplier.id())
                .query(String.class)
                .list();
    }
}
