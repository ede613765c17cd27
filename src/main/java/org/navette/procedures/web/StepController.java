package org.navette.procedures.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.procedures.ChangedElsewhere;
import org.navette.procedures.Completeness;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Drafts;
import org.navette.procedures.Kind.Step;
import org.navette.procedures.Office;
import org.navette.procedures.Reading;
import org.navette.procedures.Refused;
import org.navette.procedures.Wizard;
import org.navette.procedures.Wizard.Preparation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps with a form, and their lists of people (PROC-07). */
@Controller
@RequestMapping(Paths.DRAFT + "/etapes/{step}")
class StepController {

    private static final String UNREADABLE = "Votre saisie n'a pas pu être lue : rien n'a été enregistré.";

    static final String ELSEWHERE =
            "Ce brouillon a été modifié dans un autre onglet ou par un collègue depuis l'ouverture de cette page. Rien"
                    + " n'a été enregistré : vérifiez ci-dessous, puis enregistrez de nouveau pour remplacer.";

    private final Wizard wizard;
    private final Drafts drafts;
    private final Completeness completeness;
    private final Forms forms;
    private final FormPages pages;
    private final Reading reading;
    private final Words words;

    StepController(
            Wizard wizard,
            Drafts drafts,
            Completeness completeness,
            Forms forms,
            FormPages pages,
            Reading reading,
            Words words) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.completeness = completeness;
        this.forms = forms;
        this.pages = pages;
        this.reading = reading;
        this.words = words;
    }

    @GetMapping
    ModelAndView page(Office office, @PathVariable UUID draft, @PathVariable String step) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        Step found = preparation.kind().step(step).orElseThrow();
        drafts.visit(office, draft, step);
        return page(preparation, found, preparation.content().answers(step), Errors.NONE);
    }

    /** Saves, and goes on when the step is right. */
    @PostMapping
    ModelAndView save(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String step,
            FormPost post,
            @RequestParam(defaultValue = "-1") long version) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        Step found = preparation.kind().step(step).orElseThrow();
        if (!post.isReadable()) {
            return refused(
                    page(preparation, found, preparation.content().answers(step), Errors.of(UNREADABLE)),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            wizard.save(office, draft, step, post.values(), version);
        } catch (ChangedElsewhere e) {
            return refused(page(preparation, found, post.values(), Errors.of(ELSEWHERE)), HttpStatus.CONFLICT);
        } catch (Refused e) {
            return refused(
                    page(preparation, found, post.values(), unusable(found, post.values(), e)),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Preparation saved = wizard.of(office, draft).orElseThrow();
        if (saved.checked().isRight(step)) {
            return new ModelAndView("redirect:" + WizardPages.next(saved, step));
        }
        return refused(
                page(saved, found, post.values(), errors(saved, found, post.values())),
                HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Why nothing was kept: beside the field, or above when the form has no such field. Other refusals go on. */
    private Errors unusable(Step step, Map<String, Object> typed, Refused refusal) {
        if (refusal.reason() != Refused.Reason.UNUSABLE) {
            throw refusal;
        }
        try {
            completeness.check(step.form(), typed);
        } catch (InvalidAnswers e) {
            return new Errors(e.messages());
        }
        return Errors.of(words.of(refusal));
    }

    /** What is wrong beside its field; what no field shows, above: all at once. */
    private Errors errors(Preparation preparation, Step step, Map<String, Object> typed) {
        try {
            completeness.check(step.form(), typed);
        } catch (InvalidAnswers e) {
            Map<String, List<String>> messages = new LinkedHashMap<>(e.messages());
            List<String> people = completeness.people(step, preparation.content());
            if (!people.isEmpty()) {
                messages.put("", people);
            }
            return new Errors(messages);
        }
        return new Errors(Map.of("", preparation.checked().problems().getOrDefault(step.id(), List.of())));
    }

    /** Keeps what is being typed, every half minute. */
    @PutMapping(path = "/saisie", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> keep(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String step,
            FormPost post,
            @RequestParam(defaultValue = "-1") long version) {
        office.mustAct();
        if (!post.isReadable()) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", UNREADABLE));
        }
        try {
            return ResponseEntity.ok(Map.of("version", wizard.save(office, draft, step, post.values(), version)));
        } catch (ChangedElsewhere e) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", ELSEWHERE));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.UNUSABLE) {
                throw e;
            }
            return ResponseEntity.unprocessableEntity().body(Map.of("message", words.of(e)));
        }
    }

    @GetMapping("/personnes/{person}")
    ModelAndView person(
            Office office, @PathVariable UUID draft, @PathVariable String step, @PathVariable String person) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        Step found = withPeople(preparation, step);
        UUID id = id(person);
        Map<String, Object> answers = id == null
                ? Map.of()
                : preparation.content().person(step, id).orElseThrow().answers();
        return personPage(preparation, found, id, answers, Errors.NONE);
    }

    @PostMapping("/personnes/{person}")
    ModelAndView savePerson(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String step,
            @PathVariable String person,
            FormPost post,
            @RequestParam(defaultValue = "-1") long version,
            RedirectAttributes flash) {
        office.mustAct();
        Preparation preparation = wizard.of(office, draft).orElseThrow();
        Step found = withPeople(preparation, step);
        UUID id = id(person);
        try {
            Map<String, Object> answers = completeness.check(found.personForm(), post.values());
            // the key of the page: the same form sent twice adds one person
            wizard.save(office, draft, step, new Person(id == null ? post.key() : id, answers), version);
            flash.addFlashAttribute("success", "La personne est enregistrée.");
            return new ModelAndView("redirect:" + Paths.draft(draft) + "/etapes/" + step);
        } catch (InvalidAnswers e) {
            return refused(
                    personPage(preparation, found, id, post.values(), new Errors(e.messages())),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ChangedElsewhere e) {
            Preparation now = wizard.of(office, draft).orElseThrow();
            return refused(personPage(now, found, id, post.values(), Errors.of(ELSEWHERE)), HttpStatus.CONFLICT);
        } catch (Refused e) {
            return refused(
                    personPage(preparation, found, id, post.values(), Errors.of(words.of(e))),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/personnes/{person}/retrait")
    String removePerson(
            Office office,
            @PathVariable UUID draft,
            @PathVariable String step,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "-1") long version,
            RedirectAttributes flash) {
        office.mustAct();
        withPeople(wizard.of(office, draft).orElseThrow(), step);
        try {
            wizard.remove(office, draft, step, person, version);
            flash.addFlashAttribute("success", "La personne est retirée de la liste.");
        } catch (ChangedElsewhere e) {
            flash.addFlashAttribute("refusal", ELSEWHERE);
        }
        return "redirect:" + Paths.draft(draft) + "/etapes/" + step;
    }

    private ModelAndView page(Preparation preparation, Step step, Map<String, Object> answers, Errors errors) {
        String path = Paths.draft(preparation.draft().id()) + "/etapes/" + step.id();
        FormPage page = pages.page(
                new FormPages.Heading(step.title(), null, WizardPages.previous(preparation, step.id())),
                forms.latest(step.form()),
                UUID.randomUUID(),
                answers,
                Map.of(),
                errors,
                null);
        ModelAndView view = new ModelAndView("procedures/step", Map.of("page", page, "preparation", preparation));
        view.addObject("step", step);
        view.addObject("open", preparation.opens(step.id()));
        view.addObject("blocks", reading.blocks(step, preparation.content()));
        view.addObject("version", preparation.draft().version());
        view.addObject("backLabel", "Précédent");
        view.addObject("autosave", path + "/saisie");
        view.addObject("suggest", Paths.PREFIX + "/annuaire");
        // the browser stops at wrong fields: it tells at once what else the server would refuse
        view.addObject("also", String.join("\n", completeness.people(step, preparation.content())));
        view.addObject("alsoAt", "personnes");
        view.addObject("places", WizardPages.places(preparation, step.id()));
        view.addObject("next", WizardPages.next(preparation, step.id()));
        return view;
    }

    private ModelAndView personPage(
            Preparation preparation, Step step, @Nullable UUID person, Map<String, Object> answers, Errors errors) {
        String path = Paths.draft(preparation.draft().id()) + "/etapes/" + step.id();
        FormPage page = pages.page(
                new FormPages.Heading((person == null ? "Ajouter un " : "Modifier un ") + step.person(), null, path),
                forms.latest(step.personForm()),
                UUID.randomUUID(),
                answers,
                Map.of(),
                errors,
                null);
        ModelAndView view = new ModelAndView("procedures/person", Map.of("page", page, "preparation", preparation));
        view.addObject("step", step);
        view.addObject("person", person);
        view.addObject("version", preparation.draft().version());
        view.addObject("places", WizardPages.places(preparation, step.id()));
        return view;
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static Step withPeople(Preparation preparation, String step) {
        return preparation.kind().step(step).filter(Step::hasPeople).orElseThrow();
    }

    private static @Nullable UUID id(String person) {
        try {
            return person.equals("nouvelle") ? null : UUID.fromString(person);
        } catch (IllegalArgumentException e) {
            throw new NoSuchElementException("no person " + person, e);
        }
    }
}
