package org.navette.providers.web;

import java.time.Clock;
import java.time.LocalDate;
import org.navette.directory.NewsInForce;
import org.navette.providers.CareFigures;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.PecAccount;
import org.navette.providers.Profile;
import org.navette.providers.ProviderAccount;
import org.navette.providers.Providers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first pages: everyone's, and those of who is signed in. */
@Controller("providersHome")
class HomeController {

    private final NewsInForce news;
    private final Providers providers;
    private final CareFigures figures;
    private final Clock clock;

    HomeController(NewsInForce news, Providers providers, CareFigures figures, Clock clock) {
        this.news = news;
        this.providers = providers;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping({Paths.PREFIX, Paths.PREFIX + "/"})
    String open() {
        return "providers/open";
    }

    @GetMapping(Paths.HOME)
    String home(ProviderAccount account, Model model) {
        model.addAttribute("account", account);
        if (account.profile() == Profile.PEC) {
            model.addAttribute("agreements", figures.of(new PecAccount(account)));
        } else {
            model.addAttribute("payments", figures.of(new PaymentsAccount(account)));
        }
        model.addAttribute("news", news.of(providers.organism(), LocalDate.now(clock)));
        return "providers/home";
    }

    @GetMapping(Paths.PREFIX + "/accessibilite")
    String accessibility() {
        return "providers/accessibility";
    }

    @GetMapping(Paths.PREFIX + "/mentions-legales")
    String legal() {
        return "providers/legal";
    }
}
