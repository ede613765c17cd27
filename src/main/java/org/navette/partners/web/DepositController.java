package org.navette.partners.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.partners.Deposits;
import org.navette.partners.Desk;
import org.navette.partners.Offer;
import org.navette.partners.Offers;
import org.navette.partners.Refused;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.requests.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Deposit of a request: the offers, the form of one, the confirmation (PART-06, PART-07, PART-10). */
@Controller
@RequestMapping(Paths.DEPOSIT)
class DepositController {

    private final Offers offers;
    private final Deposits deposits;
    private final Forms forms;
    private final FormPages pages;
    private final Uploads uploads;
    private final Words words;

    DepositController(Offers offers, Deposits deposits, Forms forms, FormPages pages, Uploads uploads, Words words) {
        this.offers = offers;
        this.deposits = deposits;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping
    String offers(Desk desk, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("offers", desk.canAct() ? offers.of(desk.organism().code()) : List.of());
        return "partners/offers";
    }

    @GetMapping("/{offer}")
    ModelAndView form(Desk desk, @PathVariable String offer) {
        if (!desk.canAct()) {
            return new ModelAndView("redirect:" + Paths.DEPOSIT);
        }
        return page(desk, offer, forms.latest(offer(desk, offer).id()), UUID.randomUUID(), Map.of(), Errors.NONE);
    }

    @PostMapping("/{offer}")
    ModelAndView deposit(Desk desk, @PathVariable String offer, FormPost post) {
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        Errors errors;
        try {
            String number = deposits.deposit(desk, offer, submission);
            return new ModelAndView("redirect:" + Paths.request(number) + "/confirmation");
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = new Errors(Map.of("files", List.of(e.getMessage())));
        } catch (Refused e) {
            errors = Errors.of(words.of(e, desk));
        }
        ModelAndView page = page(desk, offer, forms.latest(offer), submission.key(), submission.answers(), errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(
            Desk desk, String offerId, Form form, UUID key, Map<String, Object> answers, Errors errors) {
        Offer offer = offer(desk, offerId);
        String organism = desk.organism().code();
        var page = pages.page(
                // the form introduces itself
                new FormPages.Heading(offer.title(), null, Paths.DEPOSIT),
                form,
                key,
                answers,
                offers.options(organism, offerId),
                errors,
                uploads.ofDeposit(desk, offerId));
        return new ModelAndView("partners/form", Map.of("page", page));
    }

    /** An offer that the organism does not have is not found, whoever asks. */
    private Offer offer(Desk desk, String offer) {
        return offers.find(desk.organism().code(), offer).orElseThrow(NoSuchElementException::new);
    }
}
