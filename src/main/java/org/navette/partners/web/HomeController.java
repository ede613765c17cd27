package org.navette.partners.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.navette.directory.News;
import org.navette.directory.NewsInForce;
import org.navette.partners.Desk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home with the organism's news (PART-05) and the identity card (PART-04). */
@Controller
class HomeController {

    private final NewsInForce news;
    private final Clock clock;

    HomeController(NewsInForce news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    @GetMapping({Paths.PREFIX, Paths.PREFIX + "/"})
    String root() {
        return "redirect:" + Paths.HOME;
    }

    @GetMapping(Paths.HOME)
    String home(Desk desk, Model model) {
        List<News> inForce = news.of(desk.organism().code(), LocalDate.now(clock));
        if (inForce.isEmpty()) {
            return "redirect:" + landing(desk);
        }
        model.addAttribute("news", inForce);
        model.addAttribute("desk", desk);
        model.addAttribute("next", landing(desk));
        return "partners/home";
    }

    private static String landing(Desk desk) {
        if (desk.isManager()) {
            return Paths.TECHNICIANS;
        }
        return desk.canAct() ? Paths.DEPOSIT : Paths.REQUESTS;
    }

    @GetMapping(Paths.PREFIX + "/identite")
    String identity(Desk desk, Model model) {
        model.addAttribute("desk", desk);
        return "partners/identity";
    }
}
