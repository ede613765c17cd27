package org.navette.providers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.navette.requests.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transfers that an establishment got, searched (PROV-15): nobody sees one before the bank has carried it out. */
@Component
@Transactional(readOnly = true)
public class TransferSearch {

    /** The column of the usual order, the latest first. */
    public static final String ISSUED = "emission";

    /** The columns of the guide (II-2.2 b), and how many files each pays. */
    public static final List<CareColumn<Row>> COLUMNS = List.of(
            new CareColumn<>("montant", "Montant global viré (DH)", "amount", Row::amount),
            new CareColumn<>(ISSUED, "Date d'émission", "issued_on", Row::issuedOn),
            new CareColumn<>("dossiers", "Dossiers payés", "files", Row::files));

    private static final CareColumn.Sort<Row> USUAL = CareColumn.latest(COLUMNS, ISSUED);

    private static final String READ = "id, amount, issued_on, files";

    private final CareRows rows;
    private final JdbcClient jdbc;

    TransferSearch(CareRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param amount to the centime; null for any
     */
    public record Criteria(@Nullable BigDecimal amount, Period issued) {}

    /** A line. @param files how many it pays */
    public record Row(long id, BigDecimal amount, LocalDate issuedOn, int files) {}

    /** A page of what the criteria fit. */
    public ListPage<Row> page(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, int page) {
        return rows.page(query(account.establishment(), criteria), READ, USUAL, sort, page, TransferSearch::row);
    }

    /** All that the criteria fit, read row by row. */
    public void each(PaymentsAccount account, Criteria criteria, CareColumn.Sort<Row> sort, Consumer<Row> each) {
        rows.each(query(account.establishment(), criteria), READ, sort, TransferSearch::row, each);
    }

    /** One of the establishment's own, once it is carried out. */
    public Optional<Row> find(PaymentsAccount account, long id) {
        CareQuery query = issued(account.establishment()).is("id", id);
        return jdbc.sql("select " + READ + query.sql())
                .params(query.values())
                .query(TransferSearch::row)
                .optional();
    }

    /** The latest one, for the home page. */
    public Optional<Row> latest(PaymentsAccount account) {
        CareQuery query = issued(account.establishment());
        return jdbc.sql("select " + READ + query.sql() + " order by " + USUAL.sql() + " limit 1")
                .params(query.values())
                .query(TransferSearch::row)
                .optional();
    }

    static CareQuery query(UUID establishment, Criteria criteria) {
        return issued(establishment).is("amount", criteria.amount()).within("issued_on", criteria.issued());
    }

    private static CareQuery issued(UUID establishment) {
        return CareQuery.of("provider_transfer", establishment).where("issued_on is not null");
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getBigDecimal("amount"),
                row.getObject("issued_on", LocalDate.class),
                row.getInt("files"));
    }
}
