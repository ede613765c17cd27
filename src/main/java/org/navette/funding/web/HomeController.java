package org.navette.funding.web;

import org.navette.funding.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first pages: everyone's (FUND-01) and the supplier's (FUND-21). */
@Controller("fundingHome")
class HomeController {

    @GetMapping({Paths.PREFIX, Paths.PREFIX + "/"})
    String open() {
        return "funding/open";
    }

    @GetMapping(Paths.HOME)
    String home(Supplier supplier, Model model) {
        model.addAttribute("supplier", supplier);
        return "funding/home";
    }
}
