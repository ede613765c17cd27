package org.navette.funding;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.navette.AgencyWorld;
import org.navette.Browser;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Couloir;
import org.navette.directory.Software;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.procedures.Typed;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Suppliers as tests need them. */
@TestComponent
public class FundingWorld {

    /** The password of everyone in this world. */
    public static final String PASSWORD = AgencyWorld.PASSWORD;

    private static final BankDetails.Account BANK = new BankDetails.Account(
            "FR7630006000011234567890189", "AGRIFRPP", "Éditeur d'Œuvres & Fils", "Banque du Quai");

    private static final AtomicInteger RANK = new AtomicInteger();

    private final Accounts accounts;
    private final Suppliers suppliers;
    private final Enrolments enrolments;
    private final EnrolmentDrafts drafts;
    private final BankDetails banks;
    private final FileStore files;
    private final PayingAgency agency;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FundingWorld(
            Accounts accounts,
            Suppliers suppliers,
            Enrolments enrolments,
            EnrolmentDrafts drafts,
            BankDetails banks,
            FileStore files,
            PayingAgency agency,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.enrolments = enrolments;
        this.drafts = drafts;
        this.banks = banks;
        this.files = files;
        this.agency = agency;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Somebody to write to. */
    public static Contact contact(String firstName) {
        return new Contact("D'HERVÉ", firstName, "c" + UUID.randomUUID() + "@world.example", "0199001001");
    }

    /** A supplier with an account, which has enrolled no software yet. */
    public Supplier supplier() {
        // the organism has to be there before anything is sent to it
        agency.agent();
        UUID id = UUID.randomUUID();
        Contact person = contact("Maëlle");
        Account account = accounts.createActivated(
                Supplier.ESPACE,
                "TST%05d".formatted(RANK.incrementAndGet()),
                person.email(),
                person.firstName(),
                person.lastName(),
                PASSWORD);
        transaction.executeWithoutResult(status -> {
            suppliers.insert(
                    id,
                    account.id(),
                    Typed.siret(Typed.siren(), 1),
                    "Éditeur d'Œuvres & Fils",
                    new Suppliers.Address("3 quai de Valmy", "", "75010", "PARIS"),
                    person,
                    null);
            banks.add(id, BANK, BankDetails.Status.ACTIVE);
        });
        return suppliers.find(id).orElseThrow();
    }

    /** The id of the bank account that a supplier is paid on. */
    public UUID activeBank(Supplier supplier) {
        return jdbc.sql("select id from funding_bank_details where supplier_id = ? and status = 'ACTIVE'")
                .param(supplier.id())
                .query(UUID.class)
                .single();
    }

    /** The number of a software that the ANS has referenced, of a couloir, and that nobody has enrolled. */
    public String software(Couloir couloir) {
        String number = "tst%s%06d".formatted(couloir.name().toLowerCase(Locale.ROOT), RANK.incrementAndGet());
        jdbc.sql("insert into software (ans_number, name, type, couloir, dsr, wave, profiles, effective_on, deadline)"
                        + " values (?, 'Plume d''Œuvre', 'LGC', ?, 'DSR-MDV-LGC-Va1', 1, '{General,MSS}', ?, ?)")
                .params(number, couloir.name(), LocalDate.of(2025, 10, 7), LocalDate.of(2027, 12, 31))
                .update();
        return number;
    }

    /** What somebody types who enrols a software for a company that nobody has enrolled; the applicant is another. */
    public static Map<String, Object> typed(String software, String siret) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("ansNumber", software);
        answers.put("siret", siret);
        answers.put("companyName", "Éditions de l'Œuvre");
        answers.put("address", "12 rue de l'Église");
        answers.put("addressMore", "");
        answers.put("postcode", "75010");
        answers.put("city", "Paris");
        person(answers, "representative", "Garnier-Noël", "Élise");
        answers.put("samePerson", false);
        person(answers, "applicant", "d'Hervé", "Maëlle");
        answers.put("iban", "FR76 3000 6000 0112 3456 7890 189");
        answers.put("bic", "agrifrpp");
        answers.put("holder", "Éditions de l'Œuvre");
        answers.put("domiciliation", "Banque du Quai");
        return answers;
    }

    private static void person(Map<String, Object> answers, String prefix, String lastName, String firstName) {
        answers.put(prefix + "LastName", lastName);
        answers.put(prefix + "FirstName", firstName);
        answers.put(prefix + "Email", prefix + UUID.randomUUID() + "@world.example");
        answers.put(prefix + "Phone", "01 99 00 10 01");
    }

    /** A first enrolment with all its documents, ready to be sent. */
    public UUID draft(Map<String, Object> typed) {
        agency.agent();
        UUID draft = UUID.randomUUID();
        drafts.save(draft, "", typed);
        drafts.missing(drafts.find(draft).orElseThrow()).forEach(document -> upload(draft, document.code()));
        return draft;
    }

    /** Adds a file to a document of a draft. */
    public void upload(UUID draft, String document) {
        upload(drafts.bucket(draft, document), drafts.owner(draft), document + ".pdf");
    }

    /** Adds a file to a bucket. */
    public UUID upload(UUID bucket, String owner, String name) {
        return files.upload(
                        bucket,
                        owner,
                        drafts.rules(),
                        0,
                        name,
                        new ByteArrayInputStream(SamplePdf.with((pdf, page) -> pdf.getDocumentInformation()
                                .setTitle(UUID.randomUUID().toString()))))
                .id();
    }

    /** Sends a complementary enrolment; returns its number. */
    public String enrol(Supplier supplier) {
        return enrolments.complement(supplier, UUID.randomUUID(), software(Couloir.MDV));
    }

    /** A supplier whose software of a couloir is referenced for all that the examples say, and enrolled. */
    public Enrolled enrolled(Couloir couloir) {
        Supplier supplier = supplier();
        return new Enrolled(supplier, enrolled(supplier, couloir));
    }

    /** The ANS number of another software of a supplier, enrolled. */
    public String enrolled(Supplier supplier, Couloir couloir) {
        return enrolled(supplier, couloir, 1);
    }

    /** The ANS number of another software of a supplier, enrolled. */
    public String enrolled(Supplier supplier, Couloir couloir, int wave) {
        String number = "tst%s%06d".formatted(couloir.name().toLowerCase(Locale.ROOT), RANK.incrementAndGet());
        Software software = SampleFile.software(couloir, number);
        jdbc.sql("insert into software (ans_number, name, type, couloir, dsr, wave, profiles, effective_on, deadline)"
                        + " values (?, ?, 'LGC', ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        software.name(),
                        couloir.name(),
                        software.dsr(),
                        wave,
                        software.profiles().toArray(String[]::new),
                        software.effectiveOn(),
                        software.deadline())
                .update();
        agency.decide(enrolments.complement(supplier, UUID.randomUUID(), number), Map.of("outcome", "VALIDATED"));
        return number;
    }

    /** A supplier with a software that requests can be made for. */
    public record Enrolled(Supplier supplier, String software) {}

    /** Sends a first enrolment with all its documents; returns its number. */
    public String send(Map<String, Object> typed) {
        return enrolments.send(draft(typed));
    }

    /** An enrolment, whoever it belongs to. */
    public Enrolments.Found found(String number) {
        UUID structure = jdbc.sql("select structure_id from request where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
        return transaction.execute(status -> enrolments.found(structure, number).orElseThrow());
    }

    /** A browser signed in for a supplier. */
    public Browser browser(Supplier supplier, int port) {
        Browser browser = new Browser(port);
        browser.follow(browser.signIn("/segur", supplier.uid(), PASSWORD));
        return browser;
    }
}
