package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.portal.Formats;
import org.navette.providers.PaymentSearch;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.Period;
import org.navette.providers.TransferSearch;
import org.navette.providers.TransferSearch.Criteria;
import org.navette.providers.TransferSearch.Row;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The transfers to the establishment by date of issue, each with the files that it pays (PROV-15). */
@Controller("providersIssues")
class IssuesController {

    private static final CareList<Row> LIST =
            new CareList<>("providers/issues", TransferSearch.COLUMNS, TransferSearch.ISSUED, "emissions", "Émissions");

    private static final String ISSUE = Paths.ISSUES + "/{issue:\\d{1,18}}";

    private final TransferSearch transfers;
    private final PaymentSearch payments;
    private final Formats formats;
    private final Clock clock;

    IssuesController(TransferSearch transfers, PaymentSearch payments, Formats formats, Clock clock) {
        this.transfers = transfers;
        this.payments = payments;
        this.formats = formats;
        this.clock = clock;
    }

    /** The form as it was sent. */
    record Typed(@Nullable String montant, @Nullable String du, @Nullable String au) {}

    private Criteria read(Typed typed, TypedCriteria to) {
        return new Criteria(
                to.amount("montant", typed.montant()),
                to.period("du", "au", typed.du(), typed.au(), Period.lastYearAndThis(LocalDate.now(clock))));
    }

    @GetMapping(Paths.ISSUES)
    ModelAndView list(PaymentsAccount account, Typed typed, Listing.Order order) {
        var read = new TypedCriteria();
        Criteria criteria = read(typed, read);
        return LIST.page(Paths.ISSUES, read, order, (sort, page) -> transfers.page(account, criteria, sort, page));
    }

    /** The file; the page with what is wrong when a criterion is. */
    @GetMapping(Paths.ISSUES + Paths.SHEET)
    @Nullable
    ModelAndView sheet(PaymentsAccount account, Typed typed, Listing.Order order, HttpServletResponse response) {
        var read = new TypedCriteria();
        Criteria criteria = read(typed, read);
        if (!read.errors().isEmpty()) {
            return list(account, typed, order);
        }
        LIST.write(response, order, (sort, each) -> transfers.each(account, criteria, sort, each));
        return null;
    }

    @GetMapping(ISSUE)
    ModelAndView issue(PaymentsAccount account, @PathVariable long issue, Listing.Order order) {
        Row transfer = transfers.find(account, issue).orElseThrow(NoSuchElementException::new);
        return new ModelAndView("providers/issue")
                .addObject("title", "Émission du " + formats.day(transfer.issuedOn()))
                .addObject("issue", transfer)
                .addObject(
                        "listing",
                        files(transfer)
                                .listing(
                                        Paths.ISSUES + "/" + issue,
                                        Map.of(),
                                        order,
                                        (sort, page) -> payments.page(
                                                account, PaymentSearch.Criteria.of(transfer), sort, page)));
    }

    /** The detail of an issue: the files that it pays. */
    @GetMapping(ISSUE + Paths.SHEET)
    void detail(PaymentsAccount account, @PathVariable long issue, Listing.Order order, HttpServletResponse response) {
        Row transfer = transfers.find(account, issue).orElseThrow(NoSuchElementException::new);
        files(transfer)
                .write(
                        response,
                        order,
                        (sort, each) -> payments.each(account, PaymentSearch.Criteria.of(transfer), sort, each));
    }

    private static CareList<PaymentSearch.Row> files(Row transfer) {
        return new CareList<>(
                "providers/issue",
                PaymentSearch.COLUMNS,
                PaymentSearch.PAID,
                "emission-" + transfer.issuedOn(),
                "Dossiers payés");
    }
}
