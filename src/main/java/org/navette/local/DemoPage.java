package org.navette.local;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The demonstration's logins. */
@Controller
@Profile("local")
class DemoPage {

    @GetMapping("/local/comptes")
    String logins(Model model) {
        model.addAttribute("people", DemoPeople.PEOPLE);
        model.addAttribute("professionals", DemoProcedures.PEOPLE);
        model.addAttribute(
                "agents",
                Stream.of(DemoPeople.AGENTS, DemoProcedures.AGENTS, DemoFunding.AGENTS, DemoProviders.AGENTS)
                        .flatMap(List::stream)
                        .toList());
        model.addAttribute("suppliers", DemoFunding.COMPANIES);
        model.addAttribute("establishments", DemoProviders.MEMBERS);
        model.addAttribute("organisms", DemoPeople.ORGANISMS);
        model.addAttribute("password", DemoPeople.PASSWORD);
        return "local/logins";
    }
}
