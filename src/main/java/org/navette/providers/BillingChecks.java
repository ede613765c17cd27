package org.navette.providers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.directory.InvalidEntry;
import org.navette.providers.CareChecks.Care;
import org.navette.providers.CareChecks.Known;
import org.navette.providers.ReimbursementRows.Invoice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What must be true of a reimbursement file before it is registered, one by one or from a file of many. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class BillingChecks {

    static final String DEPOSITED_ON = "depositedOn";
    static final String CARE_ON = "careOn";
    static final String INVOICE = "invoice";

    private final CareChecks checks;
    private final ReimbursementRows rows;

    BillingChecks(CareChecks checks, ReimbursementRows rows) {
        this.checks = checks;
        this.rows = rows;
    }

    /**
     * Care that is billed. What cannot be read is null, and is not judged.
     *
     * @param care with the days of deposit and care
     * @param invoice the establishment's own reference
     */
    record Bill(Care care, @Nullable String invoice) {}

    /** @param billed the invoices that files have already */
    record Facts(CareChecks.Facts care, Set<Invoice> billed) {

        /** Whose invoice it is; null when either is not known. */
        @Nullable
        Invoice invoice(Bill bill) {
            return bill.invoice() == null
                    ? null
                    : care.establishment(bill.care())
                            .map(it -> new Invoice(it.id(), bill.invoice()))
                            .orElse(null);
        }
    }

    /** Looks up all that is named, with as many statements for a whole file as for one line. */
    Facts facts(Collection<Bill> all) {
        CareChecks.Facts care = checks.facts(all.stream().map(Bill::care).toList());
        var named = new Facts(care, Set.of());
        List<Invoice> invoices = all.stream()
                .flatMap(bill -> Stream.ofNullable(named.invoice(bill)))
                .toList();
        return new Facts(care, rows.billed(invoices));
    }

    /** What is wrong: as with all care, AFTER_DEPOSIT by {@code careOn}, TAKEN by {@code invoice}. */
    Map<String, String> problems(Facts facts, Bill bill) {
        Map<String, String> problems = new LinkedHashMap<>(checks.problems(facts.care(), bill.care()));
        LocalDate care = bill.care().days().get(CARE_ON);
        LocalDate deposited = bill.care().days().get(DEPOSITED_ON);
        if (care != null && deposited != null && care.isAfter(deposited)) {
            problems.putIfAbsent(CARE_ON, "AFTER_DEPOSIT");
        }
        Invoice invoice = facts.invoice(bill);
        if (invoice != null && facts.billed().contains(invoice)) {
            problems.put(INVOICE, "TAKEN");
        }
        return problems;
    }

    /**
     * Finds who is meant.
     *
     * @throws InvalidEntry as {@link #problems}
     */
    Known known(Bill bill) {
        Facts facts = facts(Set.of(bill));
        Map<String, String> problems = problems(facts, bill);
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        return facts.care().known(bill.care());
    }
}
