package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.navette.engine.Phase;
import org.navette.engine.Statuses;
import org.navette.exports.CsvFile;
import org.navette.portal.Formats;
import org.navette.portal.HistoryQuery;
import org.navette.portal.HistoryWords;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.navette.procedures.Sending;
import org.navette.requests.History;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** All requests of the company, searched and sorted (PROC-16). */
@Controller("procedureHistory")
class HistoryController {

    private static final HistoryWords WORDS =
            new HistoryWords("Nature", "Entreprise", "Numéro ou entreprise", "Envoyée", "Date d'envoi");

    private final History history;
    private final Statuses statuses;
    private final Kinds kinds;
    private final Formats formats;

    HistoryController(History history, Statuses statuses, Kinds kinds, Formats formats) {
        this.history = history;
        this.statuses = statuses;
        this.kinds = kinds;
        this.formats = formats;
    }

    /** What the filters show, as a file; none when a day is wrong. */
    @GetMapping(Paths.REQUESTS + "/export.csv")
    void export(Office office, HistoryQuery query, HttpServletResponse response) {
        if (query.isWrong()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<String> columns = List.of("Numéro", "Nature", "Entreprise", "Demandeur", "Statut", "Envoyée le");
        CsvFile.write(
                response,
                "demandes.csv",
                columns,
                file -> history.each(
                        office.scope(),
                        query.filter(),
                        query.sort(),
                        row -> file.row(List.of(
                                row.number(),
                                row.subject(),
                                Objects.requireNonNullElse(row.person(), ""),
                                row.author(),
                                row.statusLabel(),
                                formats.moment(row.createdAt())))));
    }

    @GetMapping(Paths.REQUESTS)
    String history(Office office, HistoryQuery query, Model model) {
        model.addAttribute("office", office);
        model.addAttribute("query", query);
        model.addAttribute("words", WORDS);
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
