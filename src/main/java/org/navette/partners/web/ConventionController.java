package org.navette.partners.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.InvalidEntry;
import org.navette.directory.StructureDirectory;
import org.navette.directory.Supervisor;
import org.navette.partners.ConventionKeeping;
import org.navette.partners.ConventionTyped;
import org.navette.portal.EntryWords;
import org.navette.portal.SupervisorPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conventions of a structure with an organism: made, renewed, moved (PART-25). */
@SupervisorPage
@RequestMapping(StructureController.PATH + StructureController.ONE + "/conventions")
class ConventionController {

    private static final String ONE = "/{convention}";
    private static final String WORDS = StructureController.WORDS;

    private final ConventionKeeping keeping;
    private final Conventions conventions;
    private final StructureDirectory directory;
    private final EntryWords words;
    private final Clock clock;

    ConventionController(
            ConventionKeeping keeping,
            Conventions conventions,
            StructureDirectory directory,
            EntryWords words,
            Clock clock) {
        this.keeping = keeping;
        this.conventions = conventions;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** A first convention, or one that follows the last. */
    @GetMapping("/nouvelle")
    ModelAndView add(Supervisor supervisor, @PathVariable UUID structure) {
        List<Convention> present = conventions.between(structure, supervisor.code());
        LocalDate today = LocalDate.now(clock);
        LocalDate start = present.isEmpty()
                ? today
                : present.get(present.size() - 1).endsOn().plusDays(1);
        LocalDate from = start.isBefore(today) ? today : start;
        var typed = new ConventionTyped(
                from.toString(), from.plusYears(1).minusDays(1).toString(), "5", false);
        return form(supervisor, structure, null, typed, Map.of());
    }

    @PostMapping("/nouvelle")
    ModelAndView add(
            Supervisor supervisor, @PathVariable UUID structure, ConventionForm typed, RedirectAttributes flash) {
        try {
            keeping.add(supervisor, structure, typed.convention());
            flash.addFlashAttribute("success", words.of(WORDS + ".added"));
            return new ModelAndView(StructureController.to(supervisor, structure));
        } catch (InvalidEntry e) {
            return refused(form(supervisor, structure, null, typed.convention(), errors(e)));
        }
    }

    @GetMapping(ONE)
    ModelAndView move(Supervisor supervisor, @PathVariable UUID structure, @PathVariable UUID convention) {
        Convention found = get(supervisor, structure, convention);
        var typed =
                new ConventionTyped(found.startsOn().toString(), found.endsOn().toString(), "", false);
        return form(supervisor, structure, found, typed, Map.of());
    }

    /** @param seen the days that the page showed */
    @PostMapping(ONE)
    ModelAndView move(
            Supervisor supervisor,
            @PathVariable UUID structure,
            @PathVariable UUID convention,
            @RequestParam(defaultValue = "") String seen,
            ConventionForm typed,
            RedirectAttributes flash) {
        try {
            keeping.reschedule(supervisor, structure, convention, seen, typed.convention());
            flash.addFlashAttribute("success", words.of(WORDS + ".moved"));
            return new ModelAndView(StructureController.to(supervisor, structure));
        } catch (InvalidEntry e) {
            return refused(
                    form(supervisor, structure, get(supervisor, structure, convention), typed.convention(), errors(e)));
        } catch (ChangedMeanwhile e) {
            return refused(
                    form(supervisor, structure, get(supervisor, structure, convention), typed.convention(), Map.of())
                            .addObject("refusal", words.of(WORDS + ".changed-meanwhile")));
        }
    }

    private Convention get(Supervisor supervisor, UUID structure, UUID convention) {
        return conventions.between(structure, supervisor.code()).stream()
                .filter(one -> one.id().equals(convention))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no such convention"));
    }

    private Map<String, String> errors(InvalidEntry invalid) {
        return words.of(WORDS, invalid, "from", "to", "limit");
    }

    private ModelAndView form(
            Supervisor supervisor,
            UUID structure,
            @Nullable Convention convention,
            ConventionTyped typed,
            Map<String, String> errors) {
        List<Convention> present = conventions.between(structure, supervisor.code());
        var page = new ModelAndView("agents/gestion/convention");
        page.addObject("structure", directory.get(structure));
        page.addObject("present", present);
        page.addObject("convention", convention);
        page.addObject("today", LocalDate.now(clock));
        page.addObject("seen", convention == null ? "" : ConventionKeeping.seen(convention));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
