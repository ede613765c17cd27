package org.navette.funding;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.engine.TaskRefused;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a supplier of a first enrolment that is validated: an account, its bank details, its people (FUND-06). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplierOpening {

    private final EnrolmentRows rows;
    private final Requests requests;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final BankDetails banks;

    SupplierOpening(EnrolmentRows rows, Requests requests, Suppliers suppliers, Accounts accounts, BankDetails banks) {
        this.rows = rows;
        this.requests = requests;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.banks = banks;
    }

    /**
     * Opens the account of an enrolment's supplier and mails its link. When another enrolment of the same company has
     * opened one meanwhile, this enrolment becomes that supplier's.
     *
     * @param request the enrolment's, held by the caller
     */
    void open(Request request) {
        Enrolment own = rows.get(request.id());
        rows.remark(request.id(), null);
        if (own.kind() == Enrolment.Kind.COMPLEMENTARY) {
            return;
        }
        Optional<Supplier> known = suppliers.bySiret(own.siret());
        if (known.isPresent()) {
            requests.hand(request.scope(), known.get().id());
            return;
        }
        Contact person = own.applicant() == null ? own.representative() : own.applicant();
        Account account = accounts.create(
                Supplier.ESPACE, suppliers.nextUid(), own.email(), person.firstName(), person.lastName());
        UUID id = request.scope().structure();
        Map<String, Object> answers = own.answers();
        try {
            suppliers.insert(
                    id,
                    account.id(),
                    own.siret(),
                    Enrolment.text(answers, "companyName"),
                    new Suppliers.Address(
                            Enrolment.text(answers, "address"),
                            Enrolment.text(answers, "addressMore"),
                            Enrolment.text(answers, "postcode"),
                            Enrolment.text(answers, "city")),
                    own.representative(),
                    own.applicant());
        } catch (DuplicateKeyException e) {
            throw new TaskRefused(
                    "Une autre demande de la même entreprise vient d'être validée : validez celle-ci de nouveau.");
        }
        banks.add(id, BankDetails.Account.of(answers), BankDetails.Status.ACTIVE);
    }
}
