package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.providers.BillingChecks.Bill;
import org.navette.providers.CareChecks.Care;
import org.navette.providers.ReimbursementRows.Invoice;
import org.springframework.stereotype.Component;

/** Files of reimbursement files. */
@Component
class ReimbursementBook implements BulkBook {

    private static final String AGREEMENT = "agreement";

    /** as in the start form */
    private static final int LONGEST_NUMBER = 30;

    private static final int LONGEST_INVOICE = 40;

    private final Reimbursements files;
    private final BillingChecks checks;
    private final StartedForms words;

    ReimbursementBook(Reimbursements files, BillingChecks checks, StartedForms words) {
        this.files = files;
        this.checks = checks;
        this.words = words;
    }

    @Override
    public BulkKind kind() {
        return BulkKind.REIMBURSEMENTS;
    }

    @Override
    public Class<?> payload() {
        return Reimbursements.New.class;
    }

    private record Read(BulkLine line, Bill bill, @Nullable String agreement, @Nullable BigDecimal billed) {

        static Read of(BulkLine line) {
            Map<String, LocalDate> days = new HashMap<>();
            CareCells.put(days, BillingChecks.DEPOSITED_ON, line.day(BillingChecks.DEPOSITED_ON));
            CareCells.put(days, BillingChecks.CARE_ON, line.day(BillingChecks.CARE_ON));
            Care care = CareCells.care(line, days);
            String agreement = line.text(AGREEMENT, line.cell(AGREEMENT), number -> number.length() <= LONGEST_NUMBER);
            String invoice = line.text(
                    BillingChecks.INVOICE,
                    line.cell(BillingChecks.INVOICE),
                    text -> !text.isEmpty() && text.length() <= LONGEST_INVOICE);
            return new Read(line, new Bill(care, invoice), agreement, line.amount("billed"));
        }

        Entry entry() {
            Care care = bill.care();
            return new Entry(
                    line.number(),
                    new Reimbursements.New(
                            Objects.requireNonNull(care.inpe()),
                            Objects.requireNonNull(care.cnssNumber()),
                            Objects.requireNonNull(care.beneficiary()),
                            Objects.requireNonNull(agreement),
                            Objects.requireNonNull(care.days().get(BillingChecks.DEPOSITED_ON)),
                            Objects.requireNonNull(care.days().get(BillingChecks.CARE_ON)),
                            Objects.requireNonNull(bill.invoice()),
                            Objects.requireNonNull(billed)));
        }
    }

    @Override
    public List<Entry> judge(List<BulkLine> lines) {
        List<Read> all = lines.stream().filter(BulkLine::isGood).map(Read::of).toList();
        BillingChecks.Facts facts = checks.facts(all.stream().map(Read::bill).toList());
        Map<Invoice, Long> seen = new HashMap<>();
        for (Read read : all) {
            checks.problems(facts, read.bill()).forEach(read.line()::refuse);
            Invoice invoice = facts.invoice(read.bill());
            Long before = invoice == null
                    ? null
                    : seen.putIfAbsent(invoice, read.line().number());
            if (before != null) {
                read.line().refuse(BillingChecks.INVOICE, "TWICE", before);
            }
        }
        return all.stream()
                .filter(read -> read.line().isGood())
                .map(Read::entry)
                .toList();
    }

    @Override
    public List<Outcome> register(String agent, Collection<Entry> entries) {
        BillingChecks.Facts facts =
                checks.facts(entries.stream().map(entry -> fresh(entry).bill()).toList());
        return entries.stream()
                .map(entry -> words.outcome(
                        entry.line(),
                        checks.problems(facts, fresh(entry).bill()),
                        () -> files.register(agent, fresh(entry))))
                .toList();
    }

    private static Reimbursements.New fresh(Entry entry) {
        return (Reimbursements.New) entry.payload();
    }
}
