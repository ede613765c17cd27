package org.navette.providers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of an establishment by situation, over a period: prior agreements (PROV-10), reimbursements (PROV-16). */
@Component
@Transactional(readOnly = true)
public class Recaps {

    private final JdbcClient jdbc;
    private final CareSituations situations;

    Recaps(JdbcClient jdbc, CareSituations situations) {
        this.jdbc = jdbc;
        this.situations = situations;
    }

    /** Requests for prior agreement received in the period; amounts: requested, granted. */
    public Recap priorAgreements(PecAccount account, Period received) {
        CareQuery query = agreements(account.establishment(), received);
        return recap(situations.ofPriorAgreements(), query, "requested", "granted");
    }

    /** Reimbursement files deposited in the period; amounts: billed. */
    public Recap reimbursements(PaymentsAccount account, Period deposited) {
        return recap(situations.ofReimbursements(), files(account.establishment(), deposited), "billed");
    }

    static CareQuery agreements(UUID establishment, Period received) {
        return CareQuery.of("prior_agreement", establishment)
                .within("received_on", PriorAgreementSearch.shown(received));
    }

    static CareQuery files(UUID establishment, Period deposited) {
        return CareQuery.of("reimbursement", establishment).within("deposited_on", deposited);
    }

    private Recap recap(Map<String, String> situations, CareQuery query, String... amounts) {
        List<Recap.Line> counted = jdbc.sql(counting(query, amounts))
                .params(query.values())
                .query((row, index) -> line(row, amounts))
                .list();
        counted.replaceAll(line -> situations.containsKey(line.situation()) ? line : formerly(line, query));
        return Recap.of(situations, counted, amounts.length);
    }

    /** Nothing but what stands in an index: the words of a situation are those of the diagram. */
    static String counting(CareQuery query, String... amounts) {
        var sums = new StringBuilder();
        for (String amount : amounts) {
            sums.append(", coalesce(sum(").append(amount).append("), 0) as ").append(amount);
        }
        return "select situation, count(*) as files" + sums + query.sql() + " group by situation order by situation";
    }

    /** A situation that the diagram has no more, in the words of its files. */
    private Recap.Line formerly(Recap.Line line, CareQuery query) {
        CareQuery same = query.is("situation", line.situation());
        String label = jdbc.sql("select max(situation_label)" + same.sql())
                .params(same.values())
                .query(String.class)
                .single();
        return new Recap.Line(line.situation(), label, line.files(), line.amounts());
    }

    private static Recap.Line line(ResultSet row, String... amounts) throws SQLException {
        List<BigDecimal> sums = new ArrayList<>();
        for (String amount : amounts) {
            sums.add(row.getBigDecimal(amount));
        }
        String situation = row.getString("situation");
        return new Recap.Line(situation, situation, row.getLong("files"), sums);
    }
}
