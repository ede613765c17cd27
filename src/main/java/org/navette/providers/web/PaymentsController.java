package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.navette.providers.PaymentSearch;
import org.navette.providers.PaymentSearch.Criteria;
import org.navette.providers.PaymentSearch.Row;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.Period;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The files that the establishment was paid for (PROV-14). */
@Controller("providersPayments")
class PaymentsController {

    private static final CareList<Row> LIST =
            new CareList<>("providers/payments", PaymentSearch.COLUMNS, PaymentSearch.PAID, "paiements", "Paiements");

    private final PaymentSearch search;
    private final Clock clock;

    PaymentsController(PaymentSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * The form as it was sent.
     *
     * @param du first day of the deposit
     * @param payeDu first day of the payment
     */
    record Typed(
            @Nullable String cnss,
            @Nullable String dr,
            @Nullable String pec,
            @Nullable String du,
            @Nullable String au,
            @Nullable String payeDu,
            @Nullable String payeAu) {}

    private Criteria read(Typed typed, TypedCriteria to) {
        return new Criteria(
                to.cnss("cnss", typed.cnss()),
                to.number("dr", typed.dr(), TypedCriteria.Number.FILE),
                to.number("pec", typed.pec(), TypedCriteria.Number.AGREEMENT),
                to.period("du", "au", typed.du(), typed.au(), Period.sinceLastYear(LocalDate.now(clock))),
                to.period("payeDu", "payeAu", typed.payeDu(), typed.payeAu(), Period.ALWAYS),
                null);
    }

    @GetMapping(Paths.PAYMENTS)
    ModelAndView list(PaymentsAccount account, Typed typed, Listing.Order order) {
        var read = new TypedCriteria();
        Criteria criteria = read(typed, read);
        return LIST.page(Paths.PAYMENTS, read, order, (sort, page) -> search.page(account, criteria, sort, page));
    }

    /** The file; the page with what is wrong when a criterion is. */
    @GetMapping(Paths.PAYMENTS + Paths.SHEET)
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
