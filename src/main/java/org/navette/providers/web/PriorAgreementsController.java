package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileResponses;
import org.navette.providers.PecAccount;
import org.navette.providers.Period;
import org.navette.providers.PriorAgreementSearch;
import org.navette.providers.PriorAgreementSearch.Criteria;
import org.navette.providers.PriorAgreementSearch.Row;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The establishment's requests for prior agreement, with their decisions (PROV-09). */
@Controller("providersPriorAgreements")
class PriorAgreementsController {

    private static final CareList<Row> LIST = new CareList<>(
            "providers/agreements",
            PriorAgreementSearch.COLUMNS,
            PriorAgreementSearch.SHEET_COLUMNS,
            PriorAgreementSearch.RECEIVED,
            "prises-en-charge",
            "Prises en charge");

    private static final String DECISION = Paths.AGREEMENTS + "/{number:PEC-\\d{4}-\\d{6}}/decision";

    private final PriorAgreementSearch search;
    private final FileResponses responses;

    PriorAgreementsController(PriorAgreementSearch search, FileResponses responses) {
        this.search = search;
        this.responses = responses;
    }

    /** The form as it was sent. */
    record Typed(
            @Nullable String cnss,
            @Nullable String numero,
            @Nullable String situation,
            @Nullable String du,
            @Nullable String au) {

        Criteria read(TypedCriteria to, PriorAgreementSearch search) {
            return new Criteria(
                    to.cnss("cnss", cnss),
                    to.number("numero", numero, TypedCriteria.Number.AGREEMENT),
                    to.period("du", "au", du, au, new Period(PriorAgreementSearch.SINCE, null)),
                    to.choice("situation", situation, search.situations().keySet()));
        }
    }

    @GetMapping(Paths.AGREEMENTS)
    ModelAndView list(PecAccount account, Typed typed, Listing.Order order) {
        var read = new TypedCriteria();
        Criteria criteria = typed.read(read, search);
        return LIST.page(Paths.AGREEMENTS, read, order, (sort, page) -> search.page(account, criteria, sort, page))
                .addObject("since", PriorAgreementSearch.SINCE)
                .addObject("situations", search.situations());
    }

    /** The file; the page with what is wrong when a criterion is. */
    @GetMapping(Paths.AGREEMENTS + Paths.SHEET)
    @Nullable
    ModelAndView sheet(PecAccount account, Typed typed, Listing.Order order, HttpServletResponse response) {
        var read = new TypedCriteria();
        Criteria criteria = typed.read(read, search);
        if (!read.errors().isEmpty()) {
            return list(account, typed, order);
        }
        LIST.write(response, order, (sort, each) -> search.each(account, criteria, sort, each));
        return null;
    }

    @GetMapping(DECISION)
    ResponseEntity<Resource> decision(PecAccount account, @PathVariable String number) {
        return responses.download(search.decision(account, number).orElseThrow(NoSuchElementException::new));
    }
}
