package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.procedures.Office;
import org.navette.procedures.Offices;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link Office} of who is signed in. */
@Component("procedureOffices")
class OfficeArguments extends PlaceArguments<Office> {

    private final Offices offices;

    OfficeArguments(Offices offices) {
        super(Office.ESPACE, Office.class);
        this.offices = offices;
    }

    @Override
    protected Optional<Office> place(Account account, HttpServletRequest request) {
        return offices.of(account);
    }
}
