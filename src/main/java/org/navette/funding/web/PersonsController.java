package org.navette.funding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.AccountChange;
import org.navette.funding.BankChanges;
import org.navette.funding.ContactChanges;
import org.navette.funding.DocumentsMissing;
import org.navette.funding.ExpectedDocument;
import org.navette.funding.FundingDocuments;
import org.navette.funding.Refused;
import org.navette.funding.Supplier;
import org.navette.funding.web.DocumentAreas.Area;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.requests.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supplier's legal representative and applicant: who they are, what was changed, a change (FUND-24). */
@Controller
@RequestMapping(PersonsController.PATH)
class PersonsController {

    static final String PATH = Paths.ACCOUNT + "/personnes";

    private static final String FORM = "/modification";
    private static final String WHEN_NAMES_CHANGE = "obligatoire si un nom ou un prénom change";

    private final ContactChanges changes;
    private final BankChanges banks;
    private final Forms forms;
    private final FormPages pages;
    private final DocumentAreas areas;
    private final Words words;

    PersonsController(
            ContactChanges changes, BankChanges banks, Forms forms, FormPages pages, DocumentAreas areas, Words words) {
        this.changes = changes;
        this.banks = banks;
        this.forms = forms;
        this.pages = pages;
        this.areas = areas;
        this.words = words;
    }

    @GetMapping
    ModelAndView persons(Supplier supplier) {
        return new ModelAndView(
                "funding/persons",
                Map.of(
                        "supplier", supplier,
                        "history", changes.history(supplier),
                        "pending", changes.isPending(supplier)));
    }

    @GetMapping(FORM)
    ModelAndView form(Supplier supplier) {
        return changes.isPending(supplier)
                ? new ModelAndView("redirect:" + PATH)
                : form(supplier, UUID.randomUUID(), changes.prefill(supplier), Errors.NONE, HttpStatus.OK);
    }

    private ModelAndView form(
            Supplier supplier, UUID key, Map<String, Object> answers, Errors errors, HttpStatus status) {
        var page = new ModelAndView("funding/persons-form", status);
        page.addObject(
                "page",
                pages.page(
                        new FormPages.Heading("Modifier mes coordonnées de personnes physiques", null, PATH),
                        forms.latest(AccountChange.Kind.PERSONS.form()),
                        key,
                        answers,
                        Map.of(),
                        errors,
                        null));
        page.addObject(
                "areas",
                changes.documents(supplier).stream()
                        .map(document -> area(supplier, key, document))
                        .toList());
        return page;
    }

    private Area area(Supplier supplier, UUID key, ExpectedDocument document) {
        return areas.area(
                document,
                WHEN_NAMES_CHANGE,
                AccountFilesController.PATH + "/" + FundingDocuments.bucket(key, document.code()),
                banks.rules(supplier),
                changes.files(supplier, key, document.code()));
    }

    @PostMapping(FORM)
    ModelAndView send(Supplier supplier, FormPost post, RedirectAttributes flash) {
        // the files are those that lie in the buckets of this key
        var submission = new Submission(post.key(), post.definitionId(), post.values(), List.of());
        Errors errors;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            String number = changes.send(supplier, submission);
            flash.addFlashAttribute("success", words.of("funding.persons.sent", number));
            return new ModelAndView("redirect:" + PATH);
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = Errors.of(e.getMessage());
        } catch (DocumentsMissing e) {
            errors = missing(e.documents());
        } catch (Refused e) {
            errors = Errors.of(words.of(e));
            status = HttpStatus.CONFLICT;
        }
        return form(supplier, submission.key(), submission.answers(), errors, status);
    }

    private static Errors missing(List<ExpectedDocument> documents) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        documents.forEach(document -> messages.put(
                DocumentAreas.anchor(document), List.of(document.label() + "\u00a0: joignez au moins un fichier.")));
        return new Errors(messages);
    }
}
