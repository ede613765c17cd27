package org.navette.engine.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.navette.engine.rehearsal.Report.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether instances that a package moved could return, in a transaction that is rolled back. */
@Component
class ReturnTrial {

    private final MoveRows rows;
    private final Situations situations;
    private final Verdicts verdicts;
    private final TransactionTemplate transaction;

    ReturnTrial(MoveRows rows, Situations situations, Verdicts verdicts, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.situations = situations;
        this.verdicts = verdicts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    WayBack look(UUID rehearsal, List<String> obstacles, List<String> created) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            List<Report.GroupReport> kept = new ArrayList<>();
            long returning = 0;
            for (MoveRows.Pair pair : rows.pairs(rehearsal)) {
                Comparison back = verdicts.compareBack(pair.target(), pair.source());
                for (Situation situation : situations.moved(rehearsal, pair.source())) {
                    Verdicts.Judged judged = situation.definitionId().equals(pair.target())
                            ? verdicts.judge(back, situation)
                            : new Verdicts.Judged(
                                    situation,
                                    Verdict.STAY,
                                    "sur une autre version",
                                    List.of("la demande est passée entre-temps à une autre version"));
                    if (judged.verdict() == Verdict.MOVE) {
                        returning += situation.count();
                    } else {
                        kept.add(judged.group());
                    }
                }
            }
            return new WayBack(
                    obstacles,
                    returning,
                    kept.stream().mapToLong(Report.GroupReport::count).sum(),
                    kept,
                    rows.begun(rehearsal),
                    created);
        }));
    }
}
