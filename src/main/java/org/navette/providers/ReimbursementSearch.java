package org.navette.providers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.navette.requests.ListPage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An establishment's reimbursement files, searched (PROV-12). */
@Component
@Transactional(readOnly = true)
public class ReimbursementSearch {

    /** The column of the usual order, the latest first. */
    public static final String DEPOSITED = "depot";

    /** The columns of the guide (II-2.1). */
    public static final List<CareColumn<Row>> COLUMNS = List.of(
            new CareColumn<>("cnss", "N° CNSS", "cnss_number", Row::cnssNumber),
            CareColumn.words("beneficiaire", "Bénéficiaire", "beneficiary", Row::beneficiary),
            new CareColumn<>("dr", "N° du DR", "number", Row::number),
            new CareColumn<>(DEPOSITED, "Date de dépôt", "deposited_on", Row::depositedOn),
            new CareColumn<>(
                    "pec",
                    "N° de la PEC",
                    "prior_agreement_number is null, prior_agreement_number",
                    Row::agreementNumber),
            new CareColumn<>("facture", "Montant facturé (DH)", "billed", Row::billed),
            new CareColumn<>("soins", "Date de soins", "care_on", Row::careOn),
            CareColumn.words("situation", "Situation du dossier", "situation_label", Row::situationLabel),
            new CareColumn<>("date-situation", "Date de situation", "situation_on", Row::situationOn),
            new CareColumn<>("motifs", "Motifs retour", "", Row::reasons));

    private static final CareColumn.Sort<Row> USUAL = CareColumn.latest(COLUMNS, DEPOSITED);

    private static final String READ = "cnss_number, beneficiary, number, deposited_on, prior_agreement_number, billed,"
            + " care_on, situation, situation_label, situation_on, reasons";

    private final CareRows rows;
    private final CareSituations situations;

    ReimbursementSearch(CareRows rows, CareSituations situations) {
        this.rows = rows;
        this.situations = situations;
    }

    /**
     * What is looked for; every text may be empty.
     *
     * @param situation a code of {@link #situations}
     */
    public record Criteria(
            String cnssNumber, String agreementNumber, String number, Period deposited, String situation) {}

    /**
     * A line.
     *
     * @param agreementNumber of the prior agreement, as it was declared; null for care without one
     * @param situation code of the situation
     * @param reasons of a return
     */
    public record Row(
            String cnssNumber,
            String beneficiary,
            String number,
            LocalDate depositedOn,
            @Nullable String agreementNumber,
            BigDecimal billed,
            LocalDate careOn,
            String situation,
            String situationLabel,
            LocalDate situationOn,
            @Nullable String reasons) {}

    /** A page of what the criteria fit. */
    public ListPage<Row> page(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, int page) {
        return rows.page(query(account.establishment(), criteria), READ, USUAL, sort, page, ReimbursementSearch::row);
    }

    /** All that the criteria fit, read row by row. */
    public void each(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, Consumer<Row> each) {
        rows.each(query(account.establishment(), criteria), READ, sort, ReimbursementSearch::row, each);
    }

    /** The situations that can be looked for, words by code. */
    public Map<String, String> situations() {
        return situations.ofReimbursements();
    }

    static CareQuery query(UUID establishment, Criteria criteria) {
        return CareQuery.of("reimbursement", establishment)
                .is("cnss_number", criteria.cnssNumber())
                .is("number", criteria.number())
                .is("prior_agreement_number", criteria.agreementNumber())
                .is("situation", criteria.situation())
                .within("deposited_on", criteria.deposited());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("cnss_number"),
                row.getString("beneficiary"),
                row.getString("number"),
                row.getObject("deposited_on", LocalDate.class),
                row.getString("prior_agreement_number"),
                row.getBigDecimal("billed"),
                row.getObject("care_on", LocalDate.class),
                row.getString("situation"),
                row.getString("situation_label"),
                row.getObject("situation_on", LocalDate.class),
                row.getString("reasons"));
    }
}
