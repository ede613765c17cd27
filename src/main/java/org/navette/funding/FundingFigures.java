package org.navette.funding;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many requests of a supplier stand where, for its home page (FUND-21). */
@Component
@Transactional(readOnly = true)
public class FundingFigures {

    /** Where the paid ones stand among the numbers; the open ones stand before. */
    private static final int PAID = 3;

    private final JdbcClient jdbc;

    FundingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One number of the home page. */
    public record Figure(String label, long advances, long balances) {}

    /** In progress, awaiting documents, validated, paid. */
    public List<Figure> of(Supplier supplier) {
        long[][] counts = new long[RequestType.values().length][PAID + 1];
        // what is open is found by an index, however much is over
        jdbc.sql(
                        """
                        select f.type, count(*) filter (where r.status_code = 'processing'),
                            count(*) filter (where r.status_code = 'awaiting-document'),
                            count(*) filter (where r.status_code = 'validated')
                        from request r join funding_request f on f.id = r.id
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ?
                            and r.phase in ('WITH_US', 'WITH_PARTNER')
                        group by f.type""")
                .params(Supplier.ESPACE, supplier.organism(), supplier.id())
                .query(row -> {
                    long[] line = counts[RequestType.valueOf(row.getString(1)).ordinal()];
                    for (int i = 0; i < PAID; i++) {
                        line[i] = row.getLong(i + 2);
                    }
                });
        jdbc.sql("select type, count(*) from funding_request where supplier_id = ? and payment = 'DONE' and holds"
                        + " group by type")
                .param(supplier.id())
                .query(row -> {
                    counts[RequestType.valueOf(row.getString(1)).ordinal()][PAID] = row.getLong(2);
                });
        List<String> labels = List.of(
                "Demandes en cours",
                "Demandes en attente de pièces jointes complémentaires",
                "Demandes validées",
                "Demandes payées");
        long[] advances = counts[RequestType.ADVANCE.ordinal()];
        long[] balances = counts[RequestType.BALANCE.ordinal()];
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Figure(labels.get(i), advances[i], balances[i]))
                .toList();
    }
}
