package org.navette.procedures.web;

import java.util.UUID;
import org.navette.procedures.Draft;
import org.navette.procedures.Drafts;
import org.navette.procedures.Kinds;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.navette.procedures.Wizard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts as a whole: begun, gone on with, made another kind, deleted (PROC-05, PROC-06). */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Wizard wizard;
    private final Kinds kinds;
    private final Words words;

    DraftController(Drafts drafts, Wizard wizard, Kinds kinds, Words words) {
        this.drafts = drafts;
        this.wizard = wizard;
        this.kinds = kinds;
        this.words = words;
    }

    @GetMapping(Paths.NEW)
    String kinds(Office office, Model model) {
        office.mustAct();
        model.addAttribute("office", office);
        model.addAttribute("kinds", kinds.of(office));
        return "procedures/kinds";
    }

    @PostMapping(Paths.NEW)
    String begin(Office office, @RequestParam(defaultValue = "") String kind, RedirectAttributes flash) {
        office.mustAct();
        try {
            return "redirect:" + Paths.draft(drafts.begin(office, kind));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e));
            return "redirect:" + Paths.NEW;
        }
    }

    /** Where the person was last. */
    @GetMapping(Paths.DRAFT)
    String resume(Office office, @PathVariable UUID draft) {
        office.mustAct();
        Wizard.Preparation preparation = wizard.of(office, draft).orElseThrow();
        String step = preparation.draft().step();
        boolean isForm = preparation.kind().step(step).isPresent();
        return "redirect:" + Paths.draft(draft)
                + (isForm ? "/etapes/" + step : step.equals(Draft.VALIDATION) ? "/validation" : "/documents");
    }

    @PostMapping(Paths.DRAFT + "/nature")
    String change(
            Office office,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes flash) {
        office.mustAct();
        wizard.of(office, draft).orElseThrow();
        try {
            drafts.change(office, draft, kind);
            flash.addFlashAttribute(
                    "success", "La nature de la demande est changée ; ce que vous aviez saisi est conservé.");
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e));
        }
        return "redirect:" + Paths.draft(draft) + "/documents";
    }

    @PostMapping(Paths.DRAFT + "/suppression")
    String delete(Office office, @PathVariable UUID draft, RedirectAttributes flash) {
        office.mustAct();
        if (drafts.delete(office, draft)) {
            flash.addFlashAttribute("success", "Le brouillon est supprimé.");
        } else {
            flash.addFlashAttribute("refusal", "Ce brouillon n'existe plus.");
        }
        return "redirect:" + Paths.HOME;
    }
}
