package org.navette.funding.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Couloir;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Supervisor;
import org.navette.funding.Envelopes;
import org.navette.funding.Suppliers;
import org.navette.portal.EntryWords;
import org.navette.portal.SupervisorPage;
import org.navette.portal.SupervisorSection;
import org.navette.portal.TypedMoney;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The envelopes of this year and the next, kept by the supervisors of the agency that pays (FUND-16). */
@SupervisorPage
@RequestMapping(EnvelopeController.PATH)
class EnvelopeController {

    private static final String SECTION = "enveloppes";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    private static final String ONE = "/{couloir:[A-Z0-9]{3}}/{year:\\d{4}}";
    private static final String WORDS = "envelopes";

    private final Envelopes envelopes;
    private final Suppliers suppliers;
    private final EntryWords words;
    private final Clock clock;

    EnvelopeController(Envelopes envelopes, Suppliers suppliers, EntryWords words, Clock clock) {
        this.envelopes = envelopes;
        this.suppliers = suppliers;
        this.words = words;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        @Bean
        SupervisorSection envelopeSection(@Value("${navette.funding.organism}") String organism) {
            return SupervisorSection.of(organism, "Enveloppes du Ségur", SECTION, 60);
        }
    }

    /** The envelopes of a year, as the page shows them. */
    record Year(int year, List<Envelopes.Envelope> envelopes) {}

    @GetMapping
    String list(Supervisor supervisor, Model model) {
        own(supervisor);
        model.addAttribute(
                "years",
                years().stream().map(year -> new Year(year, envelopes.of(year))).toList());
        model.addAttribute("changes", envelopes.changes(supervisor));
        return "agents/gestion/envelopes";
    }

    @GetMapping(ONE)
    ModelAndView change(Supervisor supervisor, @PathVariable String couloir, @PathVariable int year) {
        Envelopes.Envelope envelope = find(supervisor, couloir, year);
        String amount = envelope.amount().toPlainString().replace('.', ',');
        return form(envelope, envelope.amount().toPlainString(), amount, Map.of());
    }

    /** @param seen the amount that the page showed */
    @PostMapping(ONE)
    ModelAndView change(
            Supervisor supervisor,
            @PathVariable String couloir,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String amount,
            RedirectAttributes flash) {
        Envelopes.Envelope envelope = find(supervisor, couloir, year);
        BigDecimal typed = TypedMoney.of(amount).orElse(null);
        if (typed == null) {
            return refused(form(envelope, seen, amount, error(amount.isBlank() ? "MISSING" : "INVALID")));
        }
        try {
            envelopes.set(
                    supervisor, envelope.couloir(), year, TypedMoney.of(seen).orElse(BigDecimal.ONE.negate()), typed);
        } catch (InvalidEntry e) {
            return refused(form(envelope, seen, amount, words.of(WORDS, e, "amount")));
        } catch (ChangedMeanwhile e) {
            return refused(form(envelope, envelope.amount().toPlainString(), amount, Map.of())
                    .addObject("refusal", words.of(WORDS + ".changed-meanwhile")));
        }
        flash.addFlashAttribute(
                "success", words.of(WORDS + ".changed", envelope.couloir().label(), String.valueOf(year)));
        return new ModelAndView("redirect:" + SupervisorPage.ROOT + "/" + supervisor.code() + "/" + SECTION);
    }

    private Map<String, String> error(String problem) {
        return words.of(WORDS, new InvalidEntry(Map.of("amount", problem)), "amount");
    }

    private List<Integer> years() {
        int year = LocalDate.now(clock).getYear();
        return List.of(year, year + 1);
    }

    /** Other organisms pay nothing. */
    private void own(Supervisor supervisor) {
        if (!supervisor.code().equals(suppliers.organism())) {
            throw new NoSuchElementException("no envelopes in this organism");
        }
    }

    private Envelopes.Envelope find(Supervisor supervisor, String couloir, int year) {
        own(supervisor);
        return envelopes.of(year).stream()
                .filter(one -> years().contains(year) && one.couloir() == named(couloir))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such envelope"));
    }

    private static @Nullable Couloir named(String name) {
        return List.of(Couloir.values()).stream()
                .filter(couloir -> couloir.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static ModelAndView form(
            Envelopes.Envelope envelope, String seen, String typed, Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/envelope");
        page.addObject("envelope", envelope);
        page.addObject("seen", seen);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
