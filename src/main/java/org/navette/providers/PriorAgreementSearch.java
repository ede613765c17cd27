package org.navette.providers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.requests.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An establishment's requests for prior agreement, searched (PROV-09): those received since {@link #SINCE}. */
@Component
@Transactional(readOnly = true)
public class PriorAgreementSearch {

    /** What was received before is not shown. */
    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    /** The column of the usual order, the latest first. */
    public static final String RECEIVED = "reception";

    /** The columns of the guide (II-1.2), but for the decision itself. */
    public static final List<CareColumn<Row>> COLUMNS = List.of(
            new CareColumn<>("cnss", "N° CNSS", "cnss_number", Row::cnssNumber),
            CareColumn.words("beneficiaire", "Bénéficiaire", "beneficiary", Row::beneficiary),
            new CareColumn<>("numero", "N° de la PEC", "number", Row::number),
            new CareColumn<>(RECEIVED, "Date de réception", "received_on", Row::receivedOn),
            new CareColumn<>("demande", "Montant demandé (DH)", "requested", Row::requested),
            new CareColumn<>("accorde", "Montant accordé (DH)", "granted is null, granted", Row::granted),
            CareColumn.words("situation", "Situation de la PEC", "situation_label", Row::situationLabel),
            new CareColumn<>("date-situation", "Date de situation", "situation_on", Row::situationOn));

    /** The spreadsheet also says why, which the page does beside the situation. */
    public static final List<CareColumn<Row>> SHEET_COLUMNS = Stream.concat(
                    COLUMNS.stream(), Stream.of(new CareColumn<>("motifs", "Motifs", "", Row::reasons)))
            .toList();

    private static final CareColumn.Sort<Row> USUAL = CareColumn.latest(COLUMNS, RECEIVED);

    private static final String READ = "cnss_number, beneficiary, number, received_on, requested, granted, situation,"
            + " situation_label, situation_on, reasons, decision_id";

    private final CareRows rows;
    private final JdbcClient jdbc;
    private final CareSituations situations;
    private final FileStore files;

    PriorAgreementSearch(CareRows rows, JdbcClient jdbc, CareSituations situations, FileStore files) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.situations = situations;
        this.files = files;
    }

    /**
     * What is looked for; every text may be empty.
     *
     * @param situation a code of {@link #situations}
     */
    public record Criteria(String cnssNumber, String number, Period received, String situation) {}

    /**
     * A line.
     *
     * @param granted null until it is decided
     * @param situation code of the situation
     * @param reasons of a refusal or a return
     * @param hasDecision true when there is a document
     */
    public record Row(
            String cnssNumber,
            String beneficiary,
            String number,
            LocalDate receivedOn,
            BigDecimal requested,
            @Nullable BigDecimal granted,
            String situation,
            String situationLabel,
            LocalDate situationOn,
            @Nullable String reasons,
            boolean hasDecision) {}

    /** A page of what the criteria fit. */
    public ListPage<Row> page(PecAccount account, Criteria criteria, CareColumn.Sort<Row> sort, int page) {
        return rows.page(query(account.establishment(), criteria), READ, USUAL, sort, page, PriorAgreementSearch::row);
    }

    /** All that the criteria fit, read row by row. */
    public void each(PecAccount account, Criteria criteria, CareColumn.Sort<Row> sort, Consumer<Row> each) {
        rows.each(query(account.establishment(), criteria), READ, sort, PriorAgreementSearch::row, each);
    }

    /** The situations that can be looked for, words by code. */
    public Map<String, String> situations() {
        return situations.ofPriorAgreements();
    }

    /** The decision on one of the establishment's own requests, when there is one. */
    public Optional<StoredFile> decision(PecAccount account, String number) {
        record Decision(long request, UUID file) {}
        return jdbc.sql("select id, decision_id from prior_agreement where establishment_id = ? and number = ?"
                        + " and received_on >= ? and decision_id is not null")
                .params(account.establishment(), number, SINCE)
                .query((row, index) -> new Decision(row.getLong("id"), row.getObject("decision_id", UUID.class)))
                .optional()
                .flatMap(decision -> files.find(decision.request(), decision.file()));
    }

    static CareQuery query(UUID establishment, Criteria criteria) {
        return CareQuery.of("prior_agreement", establishment)
                .is("cnss_number", criteria.cnssNumber())
                .is("number", criteria.number())
                .is("situation", criteria.situation())
                .within("received_on", shown(criteria.received()));
    }

    /** The part of a period of which requests are shown. */
    static Period shown(Period period) {
        LocalDate from = period.from();
        return new Period(from == null || from.isBefore(SINCE) ? SINCE : from, period.to());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("cnss_number"),
                row.getString("beneficiary"),
                row.getString("number"),
                row.getObject("received_on", LocalDate.class),
                row.getBigDecimal("requested"),
                row.getBigDecimal("granted"),
                row.getString("situation"),
                row.getString("situation_label"),
                row.getObject("situation_on", LocalDate.class),
                row.getString("reasons"),
                row.getObject("decision_id") != null);
    }
}
