package org.navette.partners.web;

import org.navette.partners.Desk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The user manual of each role, the accessibility declaration and the legal notice (PART-04). */
@Controller
class HelpController {

    @GetMapping(Paths.PREFIX + "/aide")
    String help(Desk desk, Model model) {
        model.addAttribute("desk", desk);
        return "partners/help";
    }

    @GetMapping(Paths.PREFIX + "/accessibilite")
    String accessibility() {
        return "partners/accessibility";
    }

    @GetMapping(Paths.PREFIX + "/mentions-legales")
    String legal() {
        return "partners/legal";
    }
}
