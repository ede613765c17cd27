package org.navette.funding;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.navette.AgencyWorld;
import org.navette.Browser;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.procedures.Typed;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Suppliers as tests need them. */
@TestComponent
public class FundingWorld {

    /** The password of everyone in this world. */
    public static final String PASSWORD = AgencyWorld.PASSWORD;

    private static final AtomicInteger RANK = new AtomicInteger();

    private final Accounts accounts;
    private final Suppliers suppliers;
    private final PayingAgency agency;
    private final TransactionTemplate transaction;

    FundingWorld(Accounts accounts, Suppliers suppliers, PayingAgency agency, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.agency = agency;
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
        transaction.executeWithoutResult(status -> suppliers.insert(
                id,
                account.id(),
                Typed.siret(Typed.siren(), 1),
                "Éditeur d'Œuvres & Fils",
                new Suppliers.Address("3 quai de Valmy", "", "75010", "PARIS"),
                person,
                null));
        return suppliers.find(id).orElseThrow();
    }

    /** A browser signed in for a supplier. */
    public Browser browser(Supplier supplier, int port) {
        Browser browser = new Browser(port);
        browser.follow(browser.signIn("/segur", supplier.uid(), PASSWORD));
        return browser;
    }
}
