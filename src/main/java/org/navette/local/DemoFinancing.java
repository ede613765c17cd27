package org.navette.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.directory.Couloir;
import org.navette.local.DemoFiles.DemoFile;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Requests for funding of the demonstration, imported and instructed through the application's own doors. */
@Component
@Profile("local")
class DemoFinancing {

    private static final Couloir COULOIR = Couloir.MDV;
    private static final Map<String, Object> VALIDATED = Map.of("outcome", "VALIDATED");

    private final DemoFiles files;
    private final DemoMoney money;

    DemoFinancing(DemoFiles files, DemoMoney money) {
        this.files = files;
        this.money = money;
    }

    /** What happens to the requests of the second supplier's software, at which moments. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        DemoFunding.Company company = DemoFunding.COMPANIES.get(1);
        DemoFile early = files.advances(company, 1, 11);
        at(moments, now, 40, () -> early.load(now));
        at(moments, now, 39, early::complete);
        for (int i = 0; i < 4; i++) {
            int request = i;
            at(moments, now, 36 - i, () -> early.decide(request, VALIDATED));
        }
        at(moments, now, 32, () -> money.fill(COULOIR, 2_000));
        at(moments, now, 31, money::gather);
        at(moments, now, 30, money::decide);
        at(moments, now, 29, money::prepare);
        at(moments, now, 27, money::pay);
        at(moments, now, 22, () -> early.decide(4, VALIDATED));
        at(moments, now, 21, money::gather);
        at(moments, now, 20, money::decide);
        at(moments, now, 6, money::prepare);
        // more than what is left of the envelope
        at(moments, now, 5, () -> early.decide(9, VALIDATED));
        at(moments, now, 4, money::gather);
        at(moments, now, 17, () -> money.cancel(early.number(8), "Le client a renoncé à sa commande."));
        at(
                moments,
                now,
                20,
                () -> early.decide(
                        5, Map.of("outcome", "DOCUMENT", "awaited", "Le bon de commande signé par le bénéficiaire.")));
        at(
                moments,
                now,
                19,
                () -> early.decide(
                        6,
                        Map.of(
                                "outcome",
                                "CHANGES",
                                "fields",
                                List.of("AMOUNT", "ORDER_DATE"),
                                "awaited",
                                "Le montant et la date ne sont pas ceux du bon de commande.")));
        at(
                moments,
                now,
                18,
                () -> early.decide(
                        7, Map.of("outcome", "REJECTED", "ground", "La commande porte sur un autre logiciel.")));
        DemoFile balance = files.balance(company, early);
        at(moments, now, 12, () -> balance.load(now));
        at(moments, now, 11, balance::complete);
        DemoFile late = files.advances(company, 21, 3);
        at(moments, now, 3, () -> late.load(now));
        return moments;
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(7_200), act));
    }
}
