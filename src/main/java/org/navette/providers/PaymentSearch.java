package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.navette.requests.ListPage;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reimbursement files that an establishment was paid for, searched (PROV-14), also those of one transfer (PROV-15). */
@Component
@Transactional(readOnly = true)
public class PaymentSearch {

    /** The column of the usual order, the latest first. */
    public static final String PAID = "paiement";

    /** The columns of the guide (II-2.2 a). */
    public static final List<CareColumn<Row>> COLUMNS = List.of(
            new CareColumn<>("cnss", "N° CNSS", "cnss_number", Row::cnssNumber),
            CareColumn.words("beneficiaire", "Bénéficiaire", "beneficiary", Row::beneficiary),
            new CareColumn<>("dr", "N° du DR", "number", Row::number),
            new CareColumn<>(
                    "pec",
                    "N° de la PEC",
                    "prior_agreement_number is null, prior_agreement_number",
                    Row::agreementNumber),
            new CareColumn<>("depot", "Date de dépôt", "deposited_on", Row::depositedOn),
            new CareColumn<>("montant", "Montant payé (DH)", "approved", Row::paid),
            new CareColumn<>("soins", "Date de soins", "care_on", Row::careOn),
            new CareColumn<>(PAID, "Date de paiement", "paid_on", Row::paidOn),
            CareColumn.words("facture", "Réf facture", "invoice", Row::invoice),
            new CareColumn<>("observation", "Observation", "", Row::observation));

    private static final CareColumn.Sort<Row> USUAL = CareColumn.latest(COLUMNS, PAID);

    private static final String READ = "cnss_number, beneficiary, number, prior_agreement_number, deposited_on,"
            + " approved, care_on, paid_on, invoice, observation";

    private final CareRows rows;

    PaymentSearch(CareRows rows) {
        this.rows = rows;
    }

    /**
     * What is looked for; every text may be empty.
     *
     * @param transfer null for all
     */
    public record Criteria(
            String cnssNumber,
            String number,
            String agreementNumber,
            Period deposited,
            Period paid,
            TransferSearch.@Nullable Row transfer) {

        /** The files of one transfer: all, though some may not be settled yet on its first day. */
        public static Criteria of(TransferSearch.Row transfer) {
            return new Criteria("", "", "", Period.ALWAYS, Period.ALWAYS, transfer);
        }
    }

    /**
     * A line.
     *
     * @param agreementNumber of the prior agreement, as it was declared; null for care without one
     * @param invoice the establishment's own reference
     */
    public record Row(
            String cnssNumber,
            String beneficiary,
            String number,
            @Nullable String agreementNumber,
            LocalDate depositedOn,
            BigDecimal paid,
            LocalDate careOn,
            LocalDate paidOn,
            String invoice,
            @Nullable String observation) {}

    /** A page of what the criteria fit. */
    public ListPage<Row> page(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, int page) {
        return rows.page(query(account.establishment(), criteria), READ, USUAL, sort, page, mapper(criteria));
    }

    /** All that the criteria fit, read row by row. */
    public void each(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, Consumer<Row> each) {
        rows.each(query(account.establishment(), criteria), READ, sort, mapper(criteria), each);
    }

    static CareQuery query(UUID establishment, Criteria criteria) {
        TransferSearch.Row transfer = criteria.transfer();
        CareQuery query = CareQuery.of("reimbursement", establishment);
        return (transfer == null ? query.where("paid_on is not null") : query.is("transfer_id", transfer.id()))
                .is("cnss_number", criteria.cnssNumber())
                .is("number", criteria.number())
                .is("prior_agreement_number", criteria.agreementNumber())
                .within("deposited_on", criteria.deposited())
                .within("paid_on", criteria.paid());
    }

    /** The day of its transfer is the day of a file's payment, which is written a moment later. */
    private static RowMapper<Row> mapper(Criteria criteria) {
        TransferSearch.Row transfer = criteria.transfer();
        return (row, index) -> new Row(
                row.getString("cnss_number"),
                row.getString("beneficiary"),
                row.getString("number"),
                row.getString("prior_agreement_number"),
                row.getObject("deposited_on", LocalDate.class),
                row.getBigDecimal("approved"),
                row.getObject("care_on", LocalDate.class),
                transfer == null ? row.getObject("paid_on", LocalDate.class) : transfer.issuedOn(),
                row.getString("invoice"),
                row.getString("observation"));
    }
}
