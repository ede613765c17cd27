package org.navette.funding.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Supervisor;
import org.navette.funding.Cancellations;
import org.navette.funding.Cancellations.Cause;
import org.navette.funding.Suppliers;
import org.navette.portal.EntryWords;
import org.navette.portal.SupervisorPage;
import org.navette.portal.SupervisorSection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cancellation of a request for funding, by the supervisors of the agency that pays (FUND-18). */
@SupervisorPage
@RequestMapping(CancellationController.PATH)
class CancellationController {

    private static final String SECTION = "annulations";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    private static final String WORDS = "cancellations";

    private final Cancellations cancellations;
    private final Suppliers suppliers;
    private final EntryWords words;

    CancellationController(Cancellations cancellations, Suppliers suppliers, EntryWords words) {
        this.cancellations = cancellations;
        this.suppliers = suppliers;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class CancellationSection {

        @Bean
        SupervisorSection fundingCancellationSection(@Value("${navette.funding.organism}") String organism) {
            return SupervisorSection.of(organism, "Annulations du Ségur", SECTION, 61);
        }
    }

    @GetMapping
    ModelAndView form(Supervisor supervisor) {
        own(supervisor);
        return form(supervisor, "", "", "", Map.of());
    }

    @PostMapping
    ModelAndView cancel(
            Supervisor supervisor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String ground,
            RedirectAttributes flash) {
        own(supervisor);
        Optional<Cause> chosen = Arrays.stream(Cause.values())
                .filter(one -> one.name().equals(cause))
                .findFirst();
        Map<String, String> problems = new LinkedHashMap<>();
        if (number.isBlank()) {
            problems.put("number", "MISSING");
        }
        if (chosen.isEmpty()) {
            problems.put("cause", "MISSING");
        }
        if (ground.isBlank()) {
            problems.put("ground", "MISSING");
        }
        String normal = number.strip().toUpperCase(Locale.ROOT);
        if (problems.isEmpty()) {
            try {
                cancellations.cancel(supervisor, normal, chosen.orElseThrow(), ground);
                flash.addFlashAttribute("success", words.of(WORDS + ".done", normal));
                return new ModelAndView("redirect:" + SupervisorPage.ROOT + "/" + supervisor.code() + "/" + SECTION);
            } catch (InvalidEntry e) {
                problems.putAll(e.problems());
            }
        }
        ModelAndView page = form(
                supervisor,
                number,
                cause,
                ground,
                words.of(WORDS, new InvalidEntry(problems), "number", "cause", "ground"));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView form(
            Supervisor supervisor, String number, String cause, String ground, Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/cancellations");
        page.addObject("number", number);
        page.addObject("cause", cause);
        page.addObject("ground", ground);
        page.addObject("causes", Cause.values());
        page.addObject("errors", errors);
        page.addObject("changes", cancellations.changes(supervisor));
        return page;
    }

    /** Other organisms pay nothing. */
    private void own(Supervisor supervisor) {
        if (!supervisor.code().equals(suppliers.organism())) {
            throw new NoSuchElementException("no requests for funding in this organism");
        }
    }
}
