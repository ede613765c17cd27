package org.navette.providers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.navette.portal.Formats;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.PecAccount;
import org.navette.providers.Period;
import org.navette.providers.Recap;
import org.navette.providers.Recaps;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How many files stand where, over a period, in figures and as a chart (PROV-10, PROV-16). */
@Controller("providersRecap")
class RecapController {

    private final Recaps recaps;
    private final Formats formats;
    private final Clock clock;

    RecapController(Recaps recaps, Formats formats, Clock clock) {
        this.recaps = recaps;
        this.formats = formats;
        this.clock = clock;
    }

    /** The form as it was sent. */
    record Typed(@Nullable String du, @Nullable String au) {}

    @GetMapping(Paths.AGREEMENTS_RECAP)
    ModelAndView agreements(PecAccount account, Typed typed) {
        return page(
                "providers/agreements-recap",
                typed,
                "Demandes de prise en charge par situation",
                "demande",
                List.of("Montant demandé", "Montant accordé"),
                period -> recaps.priorAgreements(account, period));
    }

    @GetMapping(Paths.FILES_RECAP)
    ModelAndView files(PaymentsAccount account, Typed typed) {
        return page(
                "providers/files-recap",
                typed,
                "Dossiers de remboursement par situation",
                "dossier",
                List.of("Montant déclaré"),
                period -> recaps.reimbursements(account, period));
    }

    private ModelAndView page(
            String view, Typed typed, String title, String one, List<String> amounts, Function<Period, Recap> counted) {
        var read = new TypedCriteria();
        Period period = read.period("du", "au", typed.du(), typed.au(), Period.lastYearAndThis(LocalDate.now(clock)));
        ModelAndView page = SearchPages.page(view, read).addObject("amounts", amounts);
        if (read.errors().isEmpty()) {
            Recap recap = counted.apply(period);
            page.addObject("recap", recap).addObject("chart", BarChart.of(recap, title, one, formats));
        }
        return page;
    }
}
