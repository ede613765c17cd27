package org.navette.partners.web;

import java.util.Map;
import java.util.UUID;
import org.navette.directory.Supervisor;
import org.navette.partners.InvalidTechnician;
import org.navette.partners.ManagerAccounts;
import org.navette.partners.Partnerships;
import org.navette.partners.Refused;
import org.navette.partners.TechnicianIdentity;
import org.navette.portal.SupervisorPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account of a structure's manager, opened and closed by the organism's supervisors (PART-25). */
@SupervisorPage
@RequestMapping(StructureController.PATH + StructureController.ONE + "/gestionnaires")
class ManagerController {

    private static final String ONE = "/{manager}";

    private final ManagerAccounts accounts;
    private final Partnerships partnerships;
    private final Words words;

    ManagerController(ManagerAccounts accounts, Partnerships partnerships, Words words) {
        this.accounts = accounts;
        this.partnerships = partnerships;
        this.words = words;
    }

    @GetMapping("/nouveau")
    ModelAndView create(Supervisor supervisor, @PathVariable UUID structure) {
        return form(supervisor, structure, TechnicianIdentity.typed(null, null, null), Map.of());
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            Supervisor supervisor, @PathVariable UUID structure, TechnicianForm typed, RedirectAttributes flash) {
        try {
            var account = accounts.create(supervisor, structure, typed.identity());
            flash.addFlashAttribute(
                    "success", words.of("partners.technician.created", account.displayName(), account.email()));
            return back(supervisor, structure);
        } catch (InvalidTechnician e) {
            return refused(form(supervisor, structure, typed.identity(), words.of(e)));
        } catch (Refused e) {
            return refused(form(supervisor, structure, typed.identity(), Map.of())
                    .addObject("refusal", words.of("partners.refused." + e.reason())));
        }
    }

    @PostMapping(ONE + "/lien")
    ModelAndView mailLink(
            Supervisor supervisor, @PathVariable UUID structure, @PathVariable UUID manager, RedirectAttributes flash) {
        var account = accounts.mailLink(supervisor, structure, manager);
        flash.addFlashAttribute("success", words.of("partners.manager.link", account.email()));
        return back(supervisor, structure);
    }

    @GetMapping(ONE + "/desactiver")
    ModelAndView deactivate(Supervisor supervisor, @PathVariable UUID structure, @PathVariable UUID manager) {
        return new ModelAndView(
                "agents/gestion/manager-deactivate",
                Map.of(
                        "manager", accounts.get(supervisor, structure, manager),
                        "partnership", partnerships.get(supervisor, structure)));
    }

    @PostMapping(ONE + "/desactiver")
    ModelAndView deactivate(
            Supervisor supervisor, @PathVariable UUID structure, @PathVariable UUID manager, RedirectAttributes flash) {
        var account = accounts.deactivate(supervisor, structure, manager);
        flash.addFlashAttribute("success", words.of("partners.manager.deactivated", account.displayName()));
        return back(supervisor, structure);
    }

    private static ModelAndView back(Supervisor supervisor, UUID structure) {
        return new ModelAndView(StructureController.to(supervisor, structure));
    }

    private ModelAndView form(
            Supervisor supervisor, UUID structure, TechnicianIdentity typed, Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/manager");
        page.addObject("partnership", partnerships.get(supervisor, structure));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
