package org.navette.providers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.RefusedPassword;
import org.navette.directory.InvalidEntry;
import org.navette.portal.EntryWords;
import org.navette.providers.PrincipalAccount;
import org.navette.providers.SecondaryAccounts;
import org.navette.providers.SecondaryAccounts.Secondary;
import org.navette.providers.SecondaryAccounts.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a principal account manages the secondary ones of its profile (PROV-07). */
@Controller("providersSecondary")
@RequestMapping(Paths.SECONDARY)
class SecondaryController {

    private static final String[] FIELDS = {"login", "lastName", "firstName", "email"};
    private static final String WORDS = "providers.secondary";

    private final SecondaryAccounts accounts;
    private final EntryWords words;

    SecondaryController(SecondaryAccounts accounts, EntryWords words) {
        this.accounts = accounts;
        this.words = words;
    }

    /** The form as it was sent. */
    record Sent(@Nullable String login, @Nullable String lastName, @Nullable String firstName, @Nullable String email) {

        static final Sent EMPTY = new Sent(null, null, null, null);

        Typed typed() {
            return new Typed(text(login), text(lastName), text(firstName), text(email));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    @GetMapping
    ModelAndView list(PrincipalAccount principal) {
        List<Secondary> all = accounts.of(principal);
        return new ModelAndView("providers/secondary")
                .addObject("profile", principal.own().profile())
                .addObject("all", all)
                .addObject("full", all.size() >= SecondaryAccounts.MOST);
    }

    @GetMapping("/nouveau")
    ModelAndView form(PrincipalAccount principal) {
        return form(principal, Sent.EMPTY, Map.of());
    }

    @PostMapping("/nouveau")
    ModelAndView create(PrincipalAccount principal, Sent sent, RedirectAttributes flash) {
        try {
            accounts.create(principal, sent.typed());
        } catch (InvalidEntry e) {
            ModelAndView page = form(principal, sent, words.of(WORDS, e, FIELDS));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return done(flash, "created", sent.typed().login());
    }

    private static ModelAndView form(PrincipalAccount principal, Sent sent, Map<String, String> errors) {
        return new ModelAndView("providers/secondary-new")
                .addObject("profile", principal.own().profile())
                .addObject("typed", sent)
                .addObject("errors", errors);
    }

    @PostMapping("/{id}/reinitialisation")
    ModelAndView reset(PrincipalAccount principal, @PathVariable UUID id, RedirectAttributes flash) {
        return act(principal, id, accounts::reset, flash, "reset");
    }

    @PostMapping("/{id}/suspension")
    ModelAndView suspend(PrincipalAccount principal, @PathVariable UUID id, RedirectAttributes flash) {
        return act(principal, id, accounts::suspend, flash, "suspended");
    }

    @PostMapping("/{id}/reprise")
    ModelAndView resume(PrincipalAccount principal, @PathVariable UUID id, RedirectAttributes flash) {
        return act(principal, id, accounts::resume, flash, "resumed");
    }

    @GetMapping("/{id}/suppression")
    ModelAndView confirm(PrincipalAccount principal, @PathVariable UUID id) {
        return new ModelAndView("providers/secondary-delete").addObject("one", accounts.get(principal, id));
    }

    @PostMapping("/{id}/suppression")
    ModelAndView delete(PrincipalAccount principal, @PathVariable UUID id, RedirectAttributes flash) {
        return act(principal, id, accounts::delete, flash, "deleted");
    }

    @GetMapping("/{id}/mot-de-passe")
    ModelAndView password(PrincipalAccount principal, @PathVariable UUID id) {
        return password(accounts.get(principal, id), Map.of());
    }

    @PostMapping("/{id}/mot-de-passe")
    ModelAndView change(
            PrincipalAccount principal,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            RedirectAttributes flash) {
        Secondary one = accounts.get(principal, id);
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (!password.equals(confirmation)) {
            errors.put("confirmation", List.of("Les deux mots de passe ne sont pas identiques."));
        } else {
            try {
                accounts.change(principal, id, password);
                return done(flash, "changed", one.login());
            } catch (RefusedPassword e) {
                errors.put("password", e.messages());
            }
        }
        ModelAndView page = password(one, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ModelAndView password(Secondary one, Map<String, List<String>> errors) {
        return new ModelAndView("providers/secondary-password")
                .addObject("one", one)
                .addObject("errors", errors)
                .addObject("problems", errors.getOrDefault("password", List.of()));
    }

    private ModelAndView act(
            PrincipalAccount principal,
            UUID id,
            BiConsumer<PrincipalAccount, UUID> act,
            RedirectAttributes flash,
            String word) {
        String login = accounts.get(principal, id).login();
        act.accept(principal, id);
        return done(flash, word, login);
    }

    private ModelAndView done(RedirectAttributes flash, String word, String login) {
        flash.addFlashAttribute("success", words.of(WORDS + "." + word, login));
        return new ModelAndView("redirect:" + Paths.SECONDARY);
    }
}
