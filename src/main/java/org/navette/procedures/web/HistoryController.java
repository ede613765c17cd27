package org.navette.procedures.web;

import org.navette.engine.Phase;
import org.navette.engine.Statuses;
import org.navette.portal.HistoryQuery;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.navette.procedures.Sending;
import org.navette.requests.History;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All requests of the company, searched and sorted (PROC-16). */
@Controller("procedureHistory")
class HistoryController {

    private final History history;
    private final Statuses statuses;
    private final Kinds kinds;

    HistoryController(History history, Statuses statuses, Kinds kinds) {
        this.history = history;
        this.statuses = statuses;
        this.kinds = kinds;
    }

    @GetMapping(Paths.REQUESTS)
    String history(Office office, HistoryQuery query, Model model) {
        model.addAttribute("office", office);
        model.addAttribute("query", query);
        model.addAttribute(
                "page", history.page(office.scope(), query.filter(), query.sort(), query.number(), query.size()));
        model.addAttribute(
                "statuses",
                statuses.of(Sending.PROCESS).stream()
                        .filter(status -> status.phase() != Phase.CANCELLED)
                        .toList());
        model.addAttribute("kinds", kinds.titles());
        return "procedures/history";
    }
}
