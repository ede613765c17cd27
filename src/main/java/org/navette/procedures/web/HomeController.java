package org.navette.procedures.web;

import java.util.List;
import java.util.stream.Collectors;
import org.navette.procedures.Draft;
import org.navette.procedures.Drafts;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.navette.procedures.Overview;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home: the company's requests in five lists (PROC-04), and the espace's legal pages. */
@Controller("procedureHome")
class HomeController {

    private final Overview overview;
    private final Drafts drafts;
    private final Kinds kinds;

    HomeController(Overview overview, Drafts drafts, Kinds kinds) {
        this.overview = overview;
        this.drafts = drafts;
        this.kinds = kinds;
    }

    @GetMapping({Paths.PREFIX, Paths.PREFIX + "/"})
    String root() {
        return "redirect:" + Paths.HOME;
    }

    @GetMapping(Paths.HOME)
    String home(Office office, Model model) {
        model.addAttribute("office", office);
        List<Draft> begun = drafts.of(office);
        model.addAttribute("drafts", begun);
        model.addAttribute("lists", overview.of(office));
        model.addAttribute(
                "titles",
                begun.stream().map(Draft::kind).distinct().collect(Collectors.toMap(kind -> kind, kinds::title)));
        return "procedures/home";
    }

    @GetMapping(Paths.PREFIX + "/accessibilite")
    String accessibility() {
        return "procedures/accessibility";
    }

    @GetMapping(Paths.PREFIX + "/mentions-legales")
    String legal() {
        return "procedures/legal";
    }
}
