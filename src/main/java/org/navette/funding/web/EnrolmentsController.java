package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.funding.EnrolmentList;
import org.navette.funding.EnrolmentList.Row;
import org.navette.funding.Enrolments;
import org.navette.funding.Refused;
import org.navette.funding.Supplier;
import org.navette.portal.ColumnTable;
import org.navette.portal.ColumnTable.Column;
import org.navette.portal.Formats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supplier's enrolments, and a complementary one (FUND-06, FUND-07). */
@Controller
@RequestMapping(Paths.ENROLMENTS)
class EnrolmentsController {

    private static final String PREFIX = "funding.enrolment.";

    private final EnrolmentList list;
    private final Enrolments enrolments;
    private final Words words;
    private final List<Column<Row>> columns;

    EnrolmentsController(EnrolmentList list, Enrolments enrolments, Words words, Formats formats) {
        this.list = list;
        this.enrolments = enrolments;
        this.words = words;
        columns = List.of(
                Column.by("numero", "Numéro de demande", Row::number, Row::createdAt),
                Column.by("date", "Date de dépôt", row -> formats.day(row.createdAt()), Row::createdAt),
                Column.words("statut", "Statut", Row::status),
                Column.words("siret", "SIRET fournisseur", Row::siret),
                Column.words("profils", "Profils référencés", Row::profiles),
                Column.words("type", "Type d'enrôlement", row -> row.kind().label()));
    }

    @GetMapping
    ModelAndView list(Supplier supplier, HttpServletRequest request) {
        return new ModelAndView(
                "funding/enrolments", Map.of("table", ColumnTable.of(request, columns, list.of(supplier))));
    }

    @GetMapping("/nouvelle")
    ModelAndView form(Supplier supplier) {
        return form(supplier, UUID.randomUUID(), "", null);
    }

    @PostMapping("/nouvelle")
    ModelAndView send(
            Supplier supplier,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String ansNumber,
            RedirectAttributes flash) {
        UUID key = key(cle);
        if (ansNumber.isBlank()) {
            return form(supplier, key, ansNumber, words.of(PREFIX + "ansNumber.MISSING"));
        }
        try {
            String number = enrolments.complement(supplier, key, ansNumber);
            flash.addFlashAttribute("success", words.of(PREFIX + "sent", number));
            return new ModelAndView("redirect:" + Paths.ENROLMENTS);
        } catch (NoSuchElementException e) {
            return form(supplier, key, ansNumber, words.of(PREFIX + "ansNumber.UNKNOWN"));
        } catch (Refused e) {
            return form(supplier, key, ansNumber, words.of(e));
        }
    }

    private static ModelAndView form(Supplier supplier, UUID key, String typed, @Nullable String error) {
        var page = new ModelAndView("funding/enrolment-new");
        page.addObject("supplier", supplier);
        page.addObject("key", key);
        page.addObject("typed", typed);
        page.addObject("error", error);
        if (error != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
