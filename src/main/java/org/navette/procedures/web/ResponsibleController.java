package org.navette.procedures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.FileResponses;
import org.navette.portal.EntryWords;
import org.navette.procedures.BirthDay;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.navette.procedures.ResponsibleClaims;
import org.navette.procedures.ResponsibleDemands;
import org.navette.procedures.Standing;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Becoming responsible for one's company: by name and birth date, else on a proof, whose way is followed here (PROC-03). */
@Controller
@RequestMapping(Paths.RESPONSIBLE)
class ResponsibleController {

    private final ResponsibleClaims claims;
    private final ResponsibleDemands demands;
    private final FileResponses responses;
    private final EntryWords words;
    private final Words refusals;
    private final Clock clock;

    ResponsibleController(
            ResponsibleClaims claims,
            ResponsibleDemands demands,
            FileResponses responses,
            EntryWords words,
            Words refusals,
            Clock clock) {
        this.claims = claims;
        this.demands = demands;
        this.responses = responses;
        this.words = words;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(Office office) {
        return page(office, "", Map.of());
    }

    @PostMapping
    ModelAndView prove(Office office, @RequestParam(defaultValue = "") String birthDate, RedirectAttributes flash) {
        Optional<LocalDate> day = BirthDay.of(birthDate, LocalDate.now(clock));
        if (day.isEmpty()) {
            return refused(office, birthDate, "birthDate." + (birthDate.isBlank() ? "MISSING" : "INVALID"));
        }
        ResponsibleClaims.Answer answer = claims.prove(office, day.get());
        if (answer == ResponsibleClaims.Answer.RECOGNISED) {
            flash.addFlashAttribute("success", words.of("procedures.responsible.recognised"));
            return new ModelAndView("redirect:" + Paths.HOME);
        }
        return refused(office, birthDate, answer.name());
    }

    @PostMapping("/retrait")
    String withdraw(Office office, RedirectAttributes flash) {
        try {
            demands.withdraw(office);
            flash.addFlashAttribute("success", words.of("procedures.responsible.withdrawn"));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", refusals.of(e));
        }
        return "redirect:" + Paths.PREFIX + Paths.ACCOUNT;
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Office office, @PathVariable UUID file) {
        return responses.download(demands.received(office, file).orElseThrow());
    }

    private ModelAndView refused(Office office, String birthDate, String problem) {
        var page = page(office, birthDate, Map.of("birthDate", words.of("procedures.responsible." + problem)));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Not found by who cannot become responsible, a newcomer's company being unknown. */
    private ModelAndView page(Office office, String birthDate, Map<String, String> errors) {
        boolean possible = claims.isPossible(office);
        Optional<ResponsibleDemands.Detail> demand = demands.latest(office);
        if (!possible && demand.isEmpty() && office.member().standing() != Standing.RESPONSIBLE) {
            throw new NoSuchElementException("nothing to be responsible for");
        }
        var page = new ModelAndView("procedures/responsible");
        page.addObject("office", office);
        page.addObject("possible", possible);
        page.addObject("demand", demand.orElse(null));
        page.addObject("typed", birthDate);
        page.addObject("errors", errors);
        return page;
    }
}
