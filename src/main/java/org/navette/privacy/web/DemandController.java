package org.navette.privacy.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.EspaceLogins;
import org.navette.accounts.Persons;
import org.navette.directory.TypedDay;
import org.navette.directory.TypedText;
import org.navette.files.FileResponses;
import org.navette.privacy.Demand;
import org.navette.privacy.Demands;
import org.navette.privacy.Subjects;
import org.navette.retention.Sought;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Persons who ask for a copy of their data or for its erasure: searched, and their demands. Names stand in no address. */
@OfficerPage
class DemandController {

    static final String PATH = OfficerPage.ROOT + "/personnes";

    private static final int LONGEST = 254;
    private static final int FIRST_YEAR = 1900;

    private final Subjects subjects;
    private final Demands demands;
    private final EspaceLogins espaces;
    private final FileResponses responses;

    DemandController(Subjects subjects, Demands demands, EspaceLogins espaces, FileResponses responses) {
        this.subjects = subjects;
        this.demands = demands;
        this.espaces = espaces;
        this.responses = responses;
    }

    /**
     * Who is sought: by an account's login or address, or by names.
     *
     * @param courriel where a person without an account is told what becomes of a demand; not searched
     */
    record Search(
            @Nullable String compte,
            @Nullable String nom,
            @Nullable String prenom,
            @Nullable String naissance,
            @Nullable String courriel) {

        Search {
            compte = cut(compte);
            nom = cut(nom);
            prenom = cut(prenom);
            naissance = cut(naissance);
            courriel = cut(courriel);
        }

        private static String cut(@Nullable String text) {
            return text == null
                    ? ""
                    : text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
        }

        boolean byName() {
            return compte.isEmpty();
        }

        Map<String, String> errors() {
            Map<String, String> errors = new LinkedHashMap<>();
            readable(errors, "compte", compte);
            readable(errors, "nom", nom);
            readable(errors, "prenom", prenom);
            readable(errors, "naissance", naissance);
            if (byName() && nom.isEmpty() && prenom.isEmpty()) {
                errors.put("compte", "Indiquez un identifiant, une adresse e-mail, ou un nom et un prénom.");
            } else if (byName() && nom.isEmpty()) {
                errors.put("nom", "Indiquez aussi le nom.");
            } else if (byName() && prenom.isEmpty()) {
                errors.put("prenom", "Indiquez aussi le prénom.");
            }
            if (byName() && !naissance.isEmpty() && born().isEmpty()) {
                errors.put("naissance", "Cette date n’existe pas.");
            }
            if (!courriel.isEmpty() && !Persons.isEmail(courriel)) {
                errors.put("courriel", "Saisissez une adresse e-mail complète, par exemple nom@exemple.fr.");
            }
            return errors;
        }

        private static void readable(Map<String, String> errors, String field, String text) {
            if (!TypedText.isLine(text)) {
                errors.put(field, "Ce texte contient des caractères invisibles : effacez-les ou retapez-le.");
            }
        }

        private Optional<LocalDate> born() {
            return TypedDay.of(naissance, FIRST_YEAR);
        }

        Sought sought() {
            return new Sought(nom, prenom, born().orElse(null));
        }
    }

    @GetMapping(PATH)
    ModelAndView page() {
        return page(new Search(null, null, null, null, null), Map.of());
    }

    /** Sent, not asked for by an address, so that no log holds a name. */
    @PostMapping(PATH + "/recherche")
    ModelAndView search(Search search) {
        Map<String, String> errors = search.errors();
        ModelAndView page = page(search, errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        } else if (search.byName()) {
            found(page, search);
        } else {
            page.addObject("accounts", subjects.accounts(search.compte()));
        }
        return page;
    }

    private void found(ModelAndView page, Search search) {
        page.addObject("counts", subjects.count(search.sought()));
        page.addObject("most", Subjects.MOST);
    }

    @PostMapping(PATH)
    ModelAndView open(
            Principal officer,
            @RequestParam Demand.Kind kind,
            @RequestParam(required = false) @Nullable UUID account,
            Search search,
            RedirectAttributes flash) {
        if (account != null) {
            Account known =
                    subjects.account(account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            String email = known.email().isBlank() ? null : known.email();
            return opened(demands.open(kind, account, null, email, officer.getName()), flash);
        }
        Map<String, String> errors = search.errors();
        if (search.byName() && errors.keySet().equals(Set.of("courriel"))) {
            ModelAndView page = page(search, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            found(page, search);
            return page;
        }
        if (!search.byName() || !errors.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String email = search.courriel().isEmpty() ? null : search.courriel();
        return opened(demands.open(kind, null, search.sought(), email, officer.getName()), flash);
    }

    private static ModelAndView opened(String number, RedirectAttributes flash) {
        flash.addFlashAttribute("opened", number);
        return new ModelAndView("redirect:" + PATH);
    }

    @GetMapping(PATH + "/{number}/fichiers/{file}")
    ResponseEntity<Resource> download(@PathVariable String number, @PathVariable UUID file) {
        return responses.download(demands.file(number, file).orElseThrow());
    }

    private ModelAndView page(Search search, Map<String, String> errors) {
        List<Demand> latest = demands.latest();
        var files = new LinkedHashMap<String, Object>();
        latest.forEach(demand -> files.put(demand.number(), demands.files(demand)));
        return new ModelAndView(
                "agents/donnees/persons",
                new ModelMap()
                        .addAttribute("search", search)
                        .addAttribute("errors", errors)
                        .addAttribute("reach", subjects.reach())
                        .addAttribute("titles", espaces)
                        .addAttribute("demands", latest)
                        .addAttribute("files", files));
    }
}
