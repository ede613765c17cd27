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

    private final JdbcClient jdbc;

    FundingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One number of the home page. */
    public record Figure(String label, long advances, long balances) {}

    /** In progress, awaiting documents, validated, paid. */
    public List<Figure> of(Supplier supplier) {
        long[][] counts = new long[RequestType.values().length][4];
        jdbc.sql(
                        """
                        select f.type, count(*) filter (where r.status_code = 'processing'),
                            count(*) filter (where r.status_code = 'awaiting-document'),
                            count(*) filter (where r.status_code = 'validated'),
                            count(*) filter (where f.payment = 'DONE')
                        from request r join funding_request f on f.id = r.id
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ? and f.holds
                        group by f.type""")
                .params(Supplier.ESPACE, supplier.organism(), supplier.id())
                .query(row -> {
                    long[] line = counts[RequestType.valueOf(row.getString(1)).ordinal()];
                    for (int i = 0; i < line.length; i++) {
                        line[i] = row.getLong(i + 2);
                    }
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
