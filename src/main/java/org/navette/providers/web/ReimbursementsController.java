package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.Period;
import org.navette.providers.ReimbursementSearch;
import org.navette.providers.ReimbursementSearch.Criteria;
import org.navette.providers.ReimbursementSearch.Row;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The establishment's reimbursement files (PROV-12). */
@Controller("providersReimbursements")
class ReimbursementsController {

    private static final CareList<Row> LIST = new CareList<>(
            "providers/files",
            ReimbursementSearch.COLUMNS,
            ReimbursementSearch.DEPOSITED,
            "dossiers-de-remboursement",
            "Dossiers de remboursement");

    private final ReimbursementSearch search;
    private final Clock clock;

    ReimbursementsController(ReimbursementSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** The form as it was sent. */
    record Typed(
            @Nullable String cnss,
            @Nullable String pec,
            @Nullable String dr,
            @Nullable String situation,
            @Nullable String du,
            @Nullable String au) {}

    private Criteria read(Typed typed, TypedCriteria to) {
        return new Criteria(
                to.cnss("cnss", typed.cnss()),
                to.number("pec", typed.pec(), TypedCriteria.Number.AGREEMENT),
                to.number("dr", typed.dr(), TypedCriteria.Number.FILE),
                to.period("du", "au", typed.du(), typed.au(), Period.sinceLastYear(LocalDate.now(clock))),
                to.choice("situation", typed.situation(), search.situations().keySet()));
    }

    @GetMapping(Paths.FILES)
    ModelAndView list(PaymentsAccount account, Typed typed, Listing.Order order) {
        var read = new TypedCriteria();
        Criteria criteria = read(typed, read);
        return LIST.page(Paths.FILES, read, order, (sort, page) -> search.page(account, criteria, sort, page))
                .addObject("situations", search.situations());
    }

    /** The file; the page with what is wrong when a criterion is. */
    @GetMapping(Paths.FILES + Paths.SHEET)
    @Nullable
    ModelAndView sheet(PaymentsAccount account, Typed typed, Listing.Order order, HttpServletResponse response) {
        var read = new TypedCriteria();
        Criteria criteria = read(typed, read);
        if (!read.errors().isEmpty()) {
            return list(account, typed, order);
        }
        LIST.write(response, order, (sort, each) -> search.each(account, criteria, sort, each));
        return null;
    }
}
