package org.navette.partners.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Organism;
import org.navette.partners.Desk;
import org.navette.partners.InvalidTechnician;
import org.navette.partners.Refused;
import org.navette.partners.Team;
import org.navette.partners.Technician;
import org.navette.partners.TechnicianIdentity;
import org.navette.partners.Technicians;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of a structure's technicians, kept by its manager (PART-21). */
@Controller
@RequestMapping(Paths.TECHNICIANS)
class TechnicianController {

    private static final String BACK = "redirect:" + Paths.TECHNICIANS;
    private static final String ONE = "/{technician}";

    private final Technicians technicians;
    private final Words words;

    TechnicianController(Technicians technicians, Words words) {
        this.technicians = technicians;
        this.words = words;
    }

    @GetMapping
    String list(Desk desk, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("team", technicians.team(desk));
        return "partners/technicians";
    }

    @GetMapping("/nouveau")
    ModelAndView create(Desk desk) {
        return form(desk, null, TechnicianIdentity.typed(null, null, null), Map.of());
    }

    @PostMapping("/nouveau")
    ModelAndView create(Desk desk, TechnicianForm typed, RedirectAttributes flash) {
        try {
            var opened = technicians.create(desk, typed.identity());
            tell(flash, "created", opened);
            return new ModelAndView(BACK);
        } catch (InvalidTechnician e) {
            return refused(form(desk, null, typed.identity(), words.of(e)));
        } catch (Refused e) {
            return refused(form(desk, null, typed.identity(), Map.of()).addObject("refusal", words.of(e, desk)));
        }
    }

    @GetMapping(ONE)
    ModelAndView edit(Desk desk, @PathVariable UUID technician) {
        var account = technicians.team(desk).technician(technician).account();
        return form(
                desk,
                technician,
                new TechnicianIdentity(account.lastName(), account.firstName(), account.email()),
                Map.of());
    }

    @PostMapping(ONE)
    ModelAndView edit(Desk desk, @PathVariable UUID technician, TechnicianForm typed, RedirectAttributes flash) {
        try {
            var account = technicians.edit(desk, technician, typed.identity());
            flash.addFlashAttribute("success", words.of("partners.technician.edited", account.displayName()));
            return new ModelAndView(BACK);
        } catch (InvalidTechnician e) {
            return refused(form(desk, technician, typed.identity(), words.of(e)));
        }
    }

    @GetMapping(ONE + "/desactiver")
    ModelAndView deactivate(Desk desk, @PathVariable UUID technician) {
        Technician found = technicians.team(desk).technician(technician);
        return found.isActive()
                ? new ModelAndView("partners/technician-deactivate", Map.of("technician", found))
                : new ModelAndView(BACK);
    }

    @PostMapping(ONE + "/desactiver")
    String deactivate(Desk desk, @PathVariable UUID technician, RedirectAttributes flash) {
        technicians.deactivate(desk, technician);
        String name = technicians.team(desk).technician(technician).name();
        flash.addFlashAttribute("success", words.of("partners.technician.deactivated", name));
        return BACK;
    }

    @PostMapping(ONE + "/reactiver")
    String reactivate(Desk desk, @PathVariable UUID technician, RedirectAttributes flash) {
        try {
            tell(flash, "reactivated", technicians.reactivate(desk, technician));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e, desk));
        }
        return BACK;
    }

    /** @param organism code of one more organism that the technician is to work with */
    @PostMapping(ONE + "/organismes")
    String attach(
            Desk desk,
            @PathVariable UUID technician,
            @RequestParam(defaultValue = "") String organism,
            RedirectAttributes flash) {
        try {
            technicians.attach(desk, technician, organism);
            flash.addFlashAttribute("success", words.of("partners.technician.attached-one"));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e, desk));
        }
        return BACK + "/" + technician;
    }

    private void tell(RedirectAttributes flash, String what, Technicians.Opened opened) {
        var account = opened.account();
        flash.addFlashAttribute(
                "success", words.of("partners.technician." + what, account.displayName(), account.email()));
        List<String> details = new ArrayList<>();
        details.add(words.of("partners.technician.attached", names(opened.attached())));
        if (!opened.full().isEmpty()) {
            details.add(words.of("partners.technician.full", names(opened.full())));
        }
        flash.addFlashAttribute("details", details);
    }

    private static String names(List<Organism> organisms) {
        return organisms.stream().map(Organism::name).collect(Collectors.joining(", "));
    }

    private ModelAndView form(
            Desk desk, @Nullable UUID technician, TechnicianIdentity typed, Map<String, String> errors) {
        Team team = technicians.team(desk);
        var page = new ModelAndView("partners/technician");
        page.addObject("desk", desk);
        page.addObject("team", team);
        page.addObject("technician", technician == null ? null : team.technician(technician));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
