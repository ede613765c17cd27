package org.navette.partners.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.InvalidEntry;
import org.navette.directory.StructureDirectory;
import org.navette.directory.Supervisor;
import org.navette.files.FileStore;
import org.navette.forms.Forms;
import org.navette.forms.InvalidForm;
import org.navette.partners.ConventionKeeping;
import org.navette.partners.ConventionTyped;
import org.navette.partners.Offers;
import org.navette.partners.Partnerships;
import org.navette.portal.EntryWords;
import org.navette.portal.Formats;
import org.navette.portal.SupervisorPage;
import org.navette.portal.SupervisorSection;
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

/** The structures that an organism has conventions with, and their limit of technicians (PART-25). */
@SupervisorPage
@RequestMapping(StructureController.PATH)
class StructureController {

    private static final String SECTION = "structures";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    static final String ONE = "/{structure}";
    static final String WORDS = "conventions";

    private final Partnerships partnerships;
    private final ConventionKeeping keeping;
    private final StructureDirectory directory;
    private final Offers offers;
    private final FileStore files;
    private final Forms forms;
    private final Formats formats;
    private final EntryWords words;

    StructureController(
            Partnerships partnerships,
            ConventionKeeping keeping,
            StructureDirectory directory,
            Offers offers,
            FileStore files,
            Forms forms,
            Formats formats,
            EntryWords words) {
        this.partnerships = partnerships;
        this.keeping = keeping;
        this.directory = directory;
        this.offers = offers;
        this.files = files;
        this.forms = forms;
        this.formats = formats;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        @Bean
        SupervisorSection structureSection() {
            return new SupervisorSection("Structures et conventions", SECTION, 20);
        }
    }

    /** An offer as the page shows it. */
    record OfferLine(String title, String files) {}

    /**
     * The list.
     *
     * @param recherche name, number or SIRET; empty for all
     * @param page from 1
     */
    @GetMapping
    String list(
            Supervisor supervisor,
            @RequestParam(defaultValue = "") String recherche,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        model.addAttribute("search", shortened(recherche));
        model.addAttribute("page", partnerships.page(supervisor, shortened(recherche), number(page)));
        return "agents/gestion/structures";
    }

    /** The first step of a new convention: is the structure there already? */
    @GetMapping("/nouvelle")
    ModelAndView register(@RequestParam(defaultValue = "") String recherche) {
        return form(
                UUID.randomUUID(),
                shortened(recherche),
                shortened(recherche),
                "",
                ConventionTyped.typed(null, null, "5", null),
                Map.of());
    }

    /** @param key of the form, so that a form sent twice registers one structure */
    @PostMapping("/nouvelle")
    ModelAndView register(
            Supervisor supervisor,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String siret,
            ConventionForm typed,
            RedirectAttributes flash) {
        try {
            keeping.register(supervisor, key, name, siret, typed.convention());
            flash.addFlashAttribute("success", words.of(WORDS + ".registered", name.strip()));
            return new ModelAndView(to(supervisor, key));
        } catch (InvalidEntry e) {
            // what is there already is shown, so that it can be chosen
            var page = form(key, name, name, siret, typed.convention(), errors(e));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @GetMapping(ONE)
    ModelAndView show(Supervisor supervisor, @PathVariable UUID structure) {
        return page(supervisor, structure, null, Map.of());
    }

    /** @param limit how many active technicians there may be from now on */
    @PostMapping(ONE + "/techniciens")
    ModelAndView limit(
            Supervisor supervisor,
            @PathVariable UUID structure,
            @RequestParam(defaultValue = "") String limit,
            RedirectAttributes flash) {
        try {
            keeping.limit(supervisor, structure, limit);
            flash.addFlashAttribute("success", words.of(WORDS + ".limited", limit.strip()));
            return new ModelAndView(to(supervisor, structure));
        } catch (InvalidEntry e) {
            var page = page(supervisor, structure, limit, errors(e));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    static String to(Supervisor supervisor, UUID structure) {
        return "redirect:" + PATH.replace("{organism}", supervisor.code()) + "/" + structure;
    }

    private ModelAndView page(
            Supervisor supervisor, UUID structure, @Nullable String limit, Map<String, String> errors) {
        var partnership = partnerships.get(supervisor, structure);
        var room = partnerships.room(supervisor, structure);
        var page = new ModelAndView("agents/gestion/structure");
        page.addObject("partnership", partnership);
        page.addObject("room", room);
        page.addObject("limit", limit == null ? room.limit() : limit);
        var managers = partnerships.managers(structure);
        page.addObject("managers", managers);
        page.addObject(
                "canCreateManager",
                partnership.isOpen()
                        && managers.stream()
                                .noneMatch(manager -> manager.account().active()));
        page.addObject("offers", offers(supervisor));
        page.addObject("changes", partnerships.changes(supervisor, structure));
        page.addObject("errors", errors);
        return page;
    }

    private List<OfferLine> offers(Supervisor supervisor) {
        return offers.of(supervisor.code()).stream()
                .map(offer -> new OfferLine(offer.title(), filesOf(offer.id(), supervisor.code())))
                .toList();
    }

    private String filesOf(String offer, String organism) {
        try {
            if (!forms.latest(offer).takesFiles()) {
                return words.of(WORDS + ".no-files");
            }
        } catch (NoSuchElementException | InvalidForm e) {
            // its form is the process owners' affair: the rest of the page is still of use
            return words.of(WORDS + ".no-form");
        }
        var rules = files.rules(offer, organism);
        return words.of(
                WORDS + ".files",
                rules.maxCount(),
                formats.size(rules.maxBytes()),
                String.join(", ", rules.extensions()));
    }

    private ModelAndView form(
            UUID key, String search, String name, String siret, ConventionTyped typed, Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/structure-new");
        page.addObject("key", key);
        page.addObject("search", search);
        page.addObject("found", directory.search(search));
        page.addObject("name", name);
        page.addObject("siret", siret);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private Map<String, String> errors(InvalidEntry invalid) {
        return words.of(WORDS, invalid, "name", "siret", "from", "to", "limit");
    }

    private static String shortened(String search) {
        return search.strip().substring(0, Math.min(100, search.strip().length()));
    }

    private static int number(String page) {
        return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
    }
}
