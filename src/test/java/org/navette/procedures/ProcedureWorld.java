package org.navette.procedures;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.navette.Browser;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.CompanyChanges;
import org.navette.directory.Establishment;
import org.navette.directory.LegalRepresentative;
import org.navette.directory.TechnicalRepresentative;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.files.StoredFile;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies, people and requests of the espace as tests need them, made through the application's own doors. */
@TestComponent
public class ProcedureWorld {

    /** The password of everyone in this world. */
    public static final String PASSWORD = "une phrase de passe pour les tests";

    private static final LocalDate BIRTH = LocalDate.of(1975, 6, 1);

    private final Accounts accounts;
    private final Companies companies;
    private final CompanyChanges changes;
    private final Members members;
    private final Offices offices;
    private final Kinds kinds;
    private final Drafts drafts;
    private final Documents documents;
    private final Sending sending;
    private final Corrections corrections;
    private final FileStore files;
    private final ServiceWorld service;
    private final TransactionTemplate transaction;

    ProcedureWorld(
            Accounts accounts,
            Companies companies,
            CompanyChanges changes,
            Members members,
            Offices offices,
            Kinds kinds,
            Drafts drafts,
            Documents documents,
            Sending sending,
            Corrections corrections,
            FileStore files,
            ServiceWorld service,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.companies = companies;
        this.changes = changes;
        this.members = members;
        this.offices = offices;
        this.kinds = kinds;
        this.drafts = drafts;
        this.documents = documents;
        this.sending = sending;
        this.corrections = corrections;
        this.files = files;
        this.service = service;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new company of the directory: one establishment, which is its seat, with everything that can be known of it. */
    public Company company() {
        String siret = Typed.siret(Typed.siren(), 1);
        var seat = new Establishment(
                siret,
                true,
                "Le Canal",
                new Establishment.Address("3 quai de Valmy", "", "75010", "PARIS"),
                "contact@canal.example",
                "0199001001",
                LocalDate.of(2020, 1, 2),
                null,
                List.of(new TechnicalRepresentative("MRS", "PEÑA", "Zoé", BIRTH, "BTS opticien-lunetier", null, null)));
        var manager = new LegalRepresentative(
                "MRS", "TRAORÉ", "Hélène", BIRTH, "Gérante", "helene@canal.example", "0639981001");
        UUID id = changes.register("essai-" + siret, "CANAL " + siret, seat, List.of(manager));
        return companies.find(id).orElseThrow();
    }

    /** Somebody responsible for a new company. */
    public Office responsible() {
        return office(company(), Standing.RESPONSIBLE);
    }

    /** Somebody else of the same company. */
    public Office colleague(Office office, Standing standing) {
        return office(companies.find(office.scope().structure()).orElseThrow(), standing);
    }

    /** Somebody of a company. */
    public Office office(Company company, Standing standing) {
        return office(company.establishments().get(0).siret(), company.id(), standing);
    }

    /** Somebody who registered with a SIRET that the directory does not know. */
    public Office newcomer() {
        return newcomer(Typed.siret(Typed.siren(), 1));
    }

    /** The same, with a SIRET. */
    public Office newcomer(String siret) {
        return office(siret, null, Standing.NEWCOMER);
    }

    /** Somebody who registered with the SIRET of a known company and has proved nothing. */
    public Office unverified(String siret) {
        return office(siret, null, Standing.UNVERIFIED);
    }

    private Office office(String siret, @Nullable UUID company, Standing standing) {
        // the organism has to be there before anything is sent to it
        service.agent();
        String login = "d" + UUID.randomUUID() + "@world.example";
        Account account = accounts.createActivated(Office.ESPACE, login, login, "Maëlle", "D'Hervé", PASSWORD);
        transaction.executeWithoutResult(
                status -> members.add(new Member(account.id(), "MRS", "0199001001", siret, company, standing)));
        return offices.of(account).orElseThrow();
    }

    /** The person's office as it is now. */
    public Office again(Office office) {
        return accounts.find(office.account()).flatMap(offices::of).orElseThrow();
    }

    /** The login, which is the address, of an office's person. */
    public String login(Office office) {
        return accounts.find(office.account()).orElseThrow().login();
    }

    /** A browser signed in as the office's person. */
    public Browser browser(Office office, int port) {
        Browser browser = new Browser(port);
        browser.follow(browser.signIn("/demarches", login(office), PASSWORD));
        return browser;
    }

    /** The SIRET of the company's seat, or the one that a newcomer registered with. */
    public String siret(Office office) {
        return office.member().siret();
    }

    /** A draft with all that its kind requires: steps filled in, a file for each required document. */
    public UUID draft(Office office, String kind) {
        UUID draft = drafts.begin(office, kind);
        fill(office, draft, kind);
        return draft;
    }

    private void fill(Office office, UUID draft, String kind) {
        Kind found = kinds.find(office, kind).orElseThrow();
        String siren = siret(office).substring(0, 9);
        long version = 0;
        if (found.step("establishment").orElseThrow().complete()) {
            boolean known = office.company() != null;
            version = drafts.save(
                    office, draft, "establishment", Typed.establishment(Typed.siret(siren, known ? 2 : 1)), version);
        }
        if (found.step("head-office").orElseThrow().complete()) {
            version = drafts.save(office, draft, "head-office", Typed.headOffice(siret(office)), version);
            version = drafts.save(office, draft, "head-office", Typed.legal(), version);
        }
        if (found.step("technical").orElseThrow().complete()) {
            drafts.save(office, draft, "technical", Typed.technical(), version);
        }
        found.documents().stream()
                .filter(Kind.ExpectedDocument::required)
                .forEach(document -> upload(office, draft, document.id(), document.id() + ".pdf"));
    }

    /** Adds a file to a document of a draft: one upright A4 page. */
    public StoredFile upload(Office office, UUID draft, String document, String name) {
        return files.upload(
                documents.bucket(office, draft, document),
                office.owner(),
                documents.rules(office),
                0,
                name,
                new ByteArrayInputStream(SamplePdf.with((pdf, page) ->
                        pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString()))));
    }

    /** Prepares and sends a request; returns its number. */
    public String send(Office office, String kind) {
        return send(office, draft(office, kind));
    }

    /** Sends a draft; returns the request's number. */
    public String send(Office office, UUID draft) {
        return sending.send(office, draft, Typed.COMMITMENTS);
    }

    /** The draft's version now. */
    public long version(Office office, UUID draft) {
        return drafts.find(office, draft).orElseThrow().version();
    }

    /** The corrections to a request, opened and sent again with a new file for each document that is asked for. */
    public void correct(Office office, String number, String... documents) {
        UUID draft = corrections.begin(office, number);
        for (String document : documents) {
            upload(office, draft, document, "corrige.pdf");
        }
        send(office, draft);
    }

    /** Lets time go by on the engine's clock; {@code ClockUtil.reset()} after the test. */
    public void pass(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }
}
