package org.navette.funding;

import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a validated change of persons does to the supplier and to its account (FUND-24). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ContactUpdate {

    private final Suppliers suppliers;
    private final Accounts accounts;

    ContactUpdate(Suppliers suppliers, Accounts accounts) {
        this.suppliers = suppliers;
        this.accounts = accounts;
    }

    /**
     * Writes the new people to the supplier. The account takes the name of who is written to; its address changes only
     * when that person's does, since it may have been changed on its own before.
     *
     * @param change whose supplier's row is held by the caller
     */
    void apply(AccountChange change) {
        Supplier supplier = suppliers.find(change.supplier()).orElseThrow();
        People people = People.of(change.answers());
        suppliers.change(supplier.id(), people);
        Contact before = supplier.correspondent();
        Contact now = people.correspondent();
        Account account = accounts.find(supplier.account()).orElseThrow();
        if (!before.email().equalsIgnoreCase(now.email())) {
            accounts.edit(account.id(), account.login(), now.email(), now.firstName(), now.lastName());
        } else if (!before.isSamePerson(now)) {
            accounts.rename(account.id(), now.firstName(), now.lastName());
        }
    }
}
