package org.navette.partners.web;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.navette.Browser;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.web.HistoryRows.Row;

/** Six requests in the history of one desk, that differ in everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SixRequests extends OverHttp {

    Browser browser;
    UUID colleague;
    String ecar;
    String ecart;
    String eden;
    String fabre;
    String literal;
    String nobody;

    /** The first three fall into one night around midnight in Paris. */
    @BeforeAll
    void requests() {
        Desk desk = world.desk("331");
        browser = world.browser(desk, port);
        colleague = world.member(desk.structure(), Member.Role.TECHNICIAN).id();
        var rows = new HistoryRows(jdbc, desk);
        // 23h30 on the 10th in Paris, then 0h30 on the 11th, both the 10th in UTC
        ecar = rows.add(
                Row.of(desk, "2025-03-10T22:30:00Z").person("Madame ÉCAR Zoé").about("Demander un document"));
        ecart = rows.add(
                Row.of(desk, "2025-03-10T23:30:00Z").person("Madame ECART Zoé").about("Élaborer"));
        // 0h30 on the 30th, the night before which the clocks go forward
        eden = rows.add(Row.of(desk, "2025-03-29T23:30:00Z")
                .person("Madame EDEN Zoé")
                .about("Exposer")
                .status("taken", "Pris en charge"));
        fabre = rows.add(Row.of(desk, "2025-04-15T10:00:00Z")
                .person("Madame FABRE Zoé")
                .about("Facturer")
                .by(colleague, "ÉMILE Anne")
                .status("resolved", "Résolu"));
        literal = rows.add(Row.of(desk, "2025-04-16T10:00:00Z")
                .person("Monsieur 100%_SÛR D'ÉTÉ\\ Jean")
                .about("Graver")
                .by(colleague, "EUGÈNE Anne")
                .status("closed", "Clôturé"));
        nobody = rows.add(Row.of(desk, "2025-04-17T10:00:00Z")
                .person(null)
                .about("Contacter")
                .by(colleague, "FANNY Anne"));
        rows.add(Row.of(desk, "2025-04-18T10:00:00Z").status("cancelled", "Annulé"));
        new HistoryRows(jdbc, world.desk("331"))
                .add(Row.of(desk, "2025-04-18T10:00:00Z").by(colleague, "ÉMILE Anne"));
        var elsewhere = world.structure();
        world.convention(elsewhere, "471", -1, 100);
        new HistoryRows(jdbc, world.desk(world.member(elsewhere, Member.Role.TECHNICIAN), "471"))
                .add(Row.of(desk, "2025-04-18T10:00:00Z"));
    }

    /** The number of one of them, by its name here. */
    String number(String name) {
        return switch (name) {
            case "ÉCAR" -> ecar;
            case "ECART" -> ecart;
            case "EDEN" -> eden;
            case "FABRE" -> fabre;
            case "literal" -> literal;
            case "nobody" -> nobody;
            default -> throw new AssertionError(name);
        };
    }
}
