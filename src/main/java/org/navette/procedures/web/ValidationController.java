package org.navette.procedures.web;

import java.util.Map;
import java.util.UUID;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.procedures.ChangedElsewhere;
import org.navette.procedures.Completeness;
import org.navette.procedures.Draft;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.Reading;
import org.navette.procedures.Refused;
import org.navette.procedures.Sending;
import org.navette.procedures.Wizard;
import org.navette.procedures.Wizard.Preparation;
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

/** Last step of the wizard: commitments, recap, sending (PROC-07). */
@Controller
@RequestMapping(Paths.DRAFT)
class ValidationController {

    private final Wizard wizard;
    private final Drafts drafts;
    private final Sending sending;
    private final Completeness completeness;
    private final Reading reading;
    private final Forms forms;
    private final FormPages pages;
    private final Words words;

    ValidationController(
            Wizard wizard,
            Drafts drafts,
            Sending sending,
            Completeness completeness,
            Reading reading,
            Forms forms,
            FormPages pages,
            Words words) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.sending = sending;
        this.completeness = completeness;
        this.reading = reading;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/validation")
    ModelAndView commitments(Office office, @PathVariable UUID draft) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        drafts.visit(office, draft, Draft.VALIDATION);
        return page(preparation, preparation.draft().content().answers(Draft.VALIDATION), Errors.NONE);
    }

    /** Keeps the commitments and shows what is about to be sent. */
    @PostMapping("/validation")
    ModelAndView save(
            Office office, @PathVariable UUID draft, FormPost post, @RequestParam(defaultValue = "-1") long version) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        try {
            completeness.check(Sending.COMMITMENTS, post.values());
            wizard.save(office, draft, Draft.VALIDATION, post.values(), version);
        } catch (InvalidAnswers e) {
            return refused(page(preparation, post.values(), new Errors(e.messages())), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ChangedElsewhere e) {
            return refused(page(preparation, post.values(), Errors.of(StepController.ELSEWHERE)), HttpStatus.CONFLICT);
        }
        if (!preparation.checked().isComplete()) {
            return refused(page(preparation, post.values(), Errors.NONE), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return new ModelAndView("redirect:" + Paths.draft(draft) + "/recapitulatif");
    }

    @GetMapping("/recapitulatif")
    String recap(Office office, @PathVariable UUID draft, Model model) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        if (!preparation.checked().isComplete()
                || preparation.draft().content().answers(Draft.VALIDATION).isEmpty()) {
            return "redirect:" + Paths.draft(draft) + "/validation";
        }
        model.addAttribute("preparation", preparation);
        model.addAttribute("places", WizardPages.places(preparation, Draft.VALIDATION));
        model.addAttribute(
                "blocks",
                reading.blocks(preparation.kind().id(), preparation.checked().content()));
        return "procedures/recap";
    }

    @PostMapping("/envoi")
    String send(Office office, @PathVariable UUID draft, RedirectAttributes flash) {
        office.mustAct();
        Map<String, Object> commitments = drafts.find(office, draft)
                .map(found -> found.content().answers(Draft.VALIDATION))
                .orElse(Map.of());
        try {
            String number = sending.send(office, draft, commitments);
            flash.addFlashAttribute(
                    "success",
                    "Votre demande n° " + number + " est transmise. Un courriel vous préviendra de la suite.");
            return "redirect:" + Paths.request(number);
        } catch (InvalidAnswers e) {
            return "redirect:" + Paths.draft(draft) + "/validation";
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e));
            return "redirect:"
                    + (e.reason() == Refused.Reason.NOT_ASKED ? Paths.HOME : Paths.draft(draft) + "/validation");
        }
    }

    private ModelAndView page(Preparation preparation, Map<String, Object> answers, Errors errors) {
        FormPage page = pages.page(
                new FormPages.Heading("Validation", null, WizardPages.previous(preparation, Draft.VALIDATION)),
                forms.latest(Sending.COMMITMENTS),
                UUID.randomUUID(),
                answers,
                Map.of(),
                errors,
                null);
        ModelAndView view = new ModelAndView("procedures/validation", Map.of("page", page, "preparation", preparation));
        view.addObject("version", preparation.draft().version());
        view.addObject("backLabel", "Précédent");
        view.addObject("places", WizardPages.places(preparation, Draft.VALIDATION));
        return view;
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
