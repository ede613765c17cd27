package org.navette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.navette.directory.Organism;
import org.navette.directory.Supervisor;
import org.navette.engine.Agents;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The way into the supervisors' pages, and what stands around each of them. */
@Controller
class SupervisorPages {

    private final Supervisors supervisors;
    private final List<SupervisorSection> sections;
    private final List<BarEntry> entries;
    private final Agents agents;

    SupervisorPages(Supervisors supervisors, List<SupervisorSection> sections, List<BarEntry> entries, Agents agents) {
        this.supervisors = supervisors;
        this.entries = entries;
        this.agents = agents;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(SupervisorSection::position))
                .toList();
    }

    /** A way from Tasklist to a page of ours. */
    record Entry(String label, String href) {}

    /** What Tasklist's bar offers this agent beside its own entries; for most the change of their password alone. */
    @GetMapping("/agents/menu")
    @ResponseBody
    List<Entry> menu(Principal agent) {
        List<Entry> menu = new ArrayList<>();
        if (!supervisors.organisms(agent.getName()).isEmpty()) {
            menu.add(new Entry("Gestion de l'organisme", SupervisorPage.ROOT));
        }
        Set<String> groups = agents.groups(agent.getName());
        entries.stream()
                .filter(entry -> groups.contains(entry.group()))
                .forEach(entry -> menu.add(new Entry(entry.label(), entry.href())));
        menu.add(new Entry(AgentPasswordController.LABEL, AgentPasswordController.PATH));
        return menu;
    }

    @GetMapping(SupervisorPage.ROOT)
    String first(Principal agent) {
        return open(agent, sections.get(0).path());
    }

    /** A section without organism in its address: that of the person's first organism. */
    @GetMapping(SupervisorPage.ROOT + "/{section:[a-z][a-z-]+}")
    String open(Principal agent, @PathVariable String section) {
        SupervisorSection opened = sections.stream()
                .filter(one -> one.ofOneOrganism() && one.path().equals(section))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return supervisors.organisms(agent.getName()).stream()
                .map(Organism::code)
                .filter(opened::isFor)
                .findFirst()
                .map(code -> "redirect:" + SupervisorPage.ROOT + "/" + code + "/" + section)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** Banner and menu. */
    @ControllerAdvice(annotations = SupervisorPage.class)
    static class Around {

        private final Supervisors supervisors;
        private final SupervisorPages pages;

        Around(Supervisors supervisors, SupervisorPages pages) {
            this.supervisors = supervisors;
            this.pages = pages;
        }

        @ModelAttribute
        void around(HttpServletRequest request, Model model) {
            Supervisor supervisor = supervisors.of(request);
            String base = SupervisorPage.ROOT + "/" + supervisor.code();
            model.addAttribute("supervisor", supervisor);
            // whether the page is about one organism
            model.addAttribute("scoped", request.getRequestURI().startsWith(base + "/"));
            List<Organism> organisms = supervisors.organisms(supervisor.login());
            model.addAttribute("organisms", organisms);
            model.addAttribute(
                    "frame",
                    new AgentFrame(
                            "Gestion",
                            "Gestion de l'organisme",
                            supervisor.name(),
                            organisms.stream()
                                    .map(organism -> "Superviseur – " + organism.name())
                                    .toList()));
            model.addAttribute("base", base);
            model.addAttribute(
                    "menu",
                    pages.sections.stream()
                            .filter(section -> section.isFor(supervisor.code()))
                            .map(section -> item(section, supervisor.code(), request.getRequestURI()))
                            .toList());
        }

        private static Shell.Item item(SupervisorSection section, String organism, String uri) {
            String href = section.href(organism);
            return new Shell.Item(section.label(), href, uri.startsWith(href));
        }
    }
}
