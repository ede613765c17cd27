package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link Supplier} of who is signed in. */
@Component
class SupplierArguments extends PlaceArguments<Supplier> {

    private final Suppliers suppliers;

    SupplierArguments(Suppliers suppliers) {
        super(Supplier.ESPACE, Supplier.class);
        this.suppliers = suppliers;
    }

    @Override
    protected Optional<Supplier> place(Account account, HttpServletRequest request) {
        return suppliers.ofAccount(account.id());
    }
}
