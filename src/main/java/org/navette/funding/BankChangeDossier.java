package org.navette.funding;

import java.util.List;
import org.navette.directory.Iban;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.FundingDocuments.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New bank details, beside those that are active. */
@Component
@Transactional(readOnly = true)
class BankChangeDossier extends AccountChangeDossier {

    private final BankDetails banks;

    BankChangeDossier(
            AccountChangeRows rows, Suppliers suppliers, FundingDocuments documents, Forms forms, BankDetails banks) {
        super(
                Kind.BANK,
                new Topic("bank-details", "Coordonnées bancaires", List.of()),
                List.of(Subject.BANK_DETAILS),
                rows,
                suppliers,
                documents,
                forms);
        this.banks = banks;
    }

    @Override
    List<Block> now(Supplier supplier) {
        return banks.active(supplier.id())
                .map(active -> List.of(new Block(
                        "Coordonnées bancaires actives",
                        List.of(
                                Line.of("activeIban", "IBAN", Iban.grouped(active.iban())),
                                Line.of("activeBic", "BIC", active.bic()),
                                Line.of("activeHolder", "Titulaire du compte", active.holder()),
                                Line.of("activeDomiciliation", "Domiciliation", active.domiciliation())))))
                .orElse(List.of());
    }
}
