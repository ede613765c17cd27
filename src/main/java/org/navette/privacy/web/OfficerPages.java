package org.navette.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.navette.engine.Agents;
import org.navette.portal.AgentFrame;
import org.navette.portal.BarEntry;
import org.navette.portal.Shell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The way into the data officer's pages, and what stands around each of them. */
@ControllerAdvice(annotations = OfficerPage.class)
class OfficerPages {

    private static final String PLACE = "Données personnelles";

    private final Agents agents;

    OfficerPages(Agents agents) {
        this.agents = agents;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entrance {

        @Bean
        BarEntry dataOfficerEntry() {
            return new BarEntry(PLACE, OfficerPage.ROOT, Agents.DATA_OFFICER);
        }
    }

    @ModelAttribute
    void around(HttpServletRequest request, Model model) {
        String login = request.getUserPrincipal().getName();
        model.addAttribute(
                "frame",
                new AgentFrame(
                        PLACE,
                        PLACE,
                        agents.find(login).map(Agents.Person::name).orElse(login),
                        List.of("Délégué à la protection des données")));
        model.addAttribute(
                "menu",
                List.of(
                        item("Conservation", OfficerPage.ROOT, request),
                        item("Demandes des personnes", DemandController.PATH, request)));
    }

    private static Shell.Item item(String label, String href, HttpServletRequest request) {
        return new Shell.Item(
                label,
                href,
                request.getRequestURI().equals(href)
                        || !href.equals(OfficerPage.ROOT)
                                && request.getRequestURI().startsWith(href));
    }
}
