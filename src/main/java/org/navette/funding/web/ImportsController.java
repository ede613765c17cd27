package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedPeriod;
import org.navette.funding.Import;
import org.navette.funding.Imports;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.navette.portal.ColumnTable;
import org.navette.portal.ColumnTable.Column;
import org.navette.portal.Formats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The files that a supplier has imported: the guide's filters and nine columns (FUND-11). */
@Controller
class ImportsController {

    private final Imports imports;
    private final List<Column<Import>> columns;

    ImportsController(Imports imports, Formats formats) {
        this.imports = imports;
        columns = List.of(
                Column.by("identifiant", "Identifiant", file -> String.valueOf(file.id()), Import::id),
                Column.by("date", "Date d'importation", file -> formats.day(at(file)), ImportsController::at),
                Column.words("ans", "Numéro ANS", Import::ansNumber),
                Column.words("type", "Type de demande", file -> file.type().label()),
                Column.words("nom", "Nom du fichier", Import::fileName),
                Column.by("demandes", "Nbre de demandes", file -> String.valueOf(file.requests()), Import::requests),
                Column.by("retenues", "Nbre de demandes retenues", file -> String.valueOf(file.kept()), Import::kept),
                Column.by(
                        "rejetees",
                        "Nbre de demandes rejetées",
                        file -> String.valueOf(file.rejected()),
                        Import::rejected));
    }

    private static java.time.Instant at(Import file) {
        return Objects.requireNonNull(file.startedAt());
    }

    @GetMapping(Paths.IMPORTS)
    ModelAndView list(
            Supplier supplier,
            @RequestParam(defaultValue = "") String ans,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            HttpServletRequest request) {
        TypedPeriod period = new TypedPeriod(du, au);
        Map<String, String> errors = DepositDays.errors(period);
        LocalDate from = DepositDays.first(period, errors);
        List<Import> found = errors.isEmpty()
                ? imports.list(supplier, ans.strip(), type(type), from, from == null ? null : period.lastDay())
                : List.of();
        var page = new ModelAndView("funding/imports");
        page.addObject("table", ColumnTable.of(request, List.of("ans", "type", "du", "au"), columns, found));
        page.addObject("full", found.size() == Imports.MOST);
        page.addObject("typed", new LinkedHashMap<>(Map.of("ans", ans, "type", type, "du", du, "au", au)));
        page.addObject("errors", errors);
        page.addObject("types", RequestType.values());
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private static @Nullable RequestType type(String code) {
        return RequestType.of(code).orElse(null);
    }
}
