package org.navette.funding.web;

import java.time.Clock;
import java.time.LocalDate;
import org.navette.directory.NewsInForce;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.FundingFigures;
import org.navette.funding.Incompletes;
import org.navette.funding.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first pages: everyone's (FUND-01) and the supplier's (FUND-21). */
@Controller("fundingHome")
class HomeController {

    private final NewsInForce news;
    private final FundingFigures figures;
    private final Incompletes incompletes;
    private final DocumentTemplates templates;
    private final Clock clock;

    HomeController(
            NewsInForce news,
            FundingFigures figures,
            Incompletes incompletes,
            DocumentTemplates templates,
            Clock clock) {
        this.news = news;
        this.figures = figures;
        this.incompletes = incompletes;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping({Paths.PREFIX, Paths.PREFIX + "/"})
    String open() {
        return "funding/open";
    }

    @GetMapping(Paths.HOME)
    String home(Supplier supplier, Model model) {
        model.addAttribute("supplier", supplier);
        model.addAttribute("news", news.of(supplier.organism(), LocalDate.now(clock)));
        model.addAttribute("figures", figures.of(supplier));
        model.addAttribute("incompletes", incompletes.count(supplier));
        model.addAttribute("templates", templates.areOpenTo(supplier));
        return "funding/home";
    }
}
