package org.navette.funding.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.AccountChange;
import org.navette.funding.BankChanges;
import org.navette.funding.BankDetails;
import org.navette.funding.Refused;
import org.navette.funding.Supplier;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.requests.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supplier's bank details: the list, one of them, new ones (FUND-24). */
@Controller
@RequestMapping(BankController.PATH)
class BankController {

    static final String PATH = Paths.ACCOUNT + "/banque";

    private final BankDetails banks;
    private final BankChanges changes;
    private final Forms forms;
    private final FormPages pages;
    private final Words words;

    BankController(BankDetails banks, BankChanges changes, Forms forms, FormPages pages, Words words) {
        this.banks = banks;
        this.changes = changes;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(Supplier supplier) {
        return new ModelAndView(
                "funding/bank",
                Map.of("supplier", supplier, "banks", banks.of(supplier), "pending", changes.isPending(supplier)));
    }

    @GetMapping("/{id}")
    ModelAndView detail(Supplier supplier, @PathVariable UUID id) {
        return new ModelAndView(
                "funding/bank-detail", "bank", banks.find(supplier, id).orElseThrow());
    }

    @GetMapping("/ajout")
    ModelAndView form(Supplier supplier) {
        return changes.isPending(supplier)
                ? new ModelAndView("redirect:" + PATH)
                : form(supplier, UUID.randomUUID(), Map.of(), Errors.NONE, HttpStatus.OK);
    }

    private ModelAndView form(
            Supplier supplier, UUID key, Map<String, Object> answers, Errors errors, HttpStatus status) {
        FormPage page = pages.page(
                new FormPages.Heading("Ajouter une coordonnée bancaire", null, PATH),
                forms.latest(AccountChange.Kind.BANK.form()),
                key,
                answers,
                Map.of(),
                errors,
                new FormPages.Uploads(AccountFilesController.PATH, supplier.owner(), changes.rules(supplier), 0));
        return new ModelAndView("funding/bank-form", Map.of("page", page, "supplier", supplier), status);
    }

    @PostMapping("/ajout")
    ModelAndView send(Supplier supplier, FormPost post, RedirectAttributes flash) {
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        Errors errors;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            String number = changes.send(supplier, submission);
            flash.addFlashAttribute("success", words.of("funding.bank.sent", number));
            return new ModelAndView("redirect:" + PATH);
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = new Errors(Map.of("files", List.of(e.getMessage())));
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.DOCUMENT_MISSING) {
                errors = new Errors(Map.of("files", List.of("Joignez le relevé d'identité bancaire.")));
            } else {
                errors = Errors.of(words.of(e));
                status = HttpStatus.CONFLICT;
            }
        }
        return form(supplier, submission.key(), submission.answers(), errors, status);
    }
}
