package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.navette.accounts.Account;
import org.navette.accounts.EmailChanges;
import org.navette.accounts.PasswordChange;
import org.navette.accounts.Persons;
import org.navette.accounts.SignedIn;
import org.navette.accounts.TooManyAttempts;
import org.navette.accounts.WrongPassword;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a signed-in person changes their e-mail address. */
class EmailPage {

    static final String PATH = "/compte/courriel";
    static final String WITHDRAW = PATH + "/annulation";

    private final OwnPages pages;
    private final EmailChanges changes;

    EmailPage(OwnPages pages, EmailChanges changes) {
        this.pages = pages;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String show(HttpServletRequest request, Model model) {
        return page("", Map.of(), request, model);
    }

    @PostMapping(PATH)
    String ask(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        String wanted = Persons.clean(email);
        var errors = errors(wanted, current, OwnPages.account(request));
        if (errors.isEmpty()) {
            try {
                changes.ask(person, wanted, current, request.getRemoteAddr());
                flash.addFlashAttribute(
                        "success",
                        "Votre demande est enregistrée. Votre adresse change quand vous suivez le lien envoyé à la nouvelle.");
                return pages.again(PATH);
            } catch (WrongPassword e) {
                errors.put("current", PasswordChange.WRONG);
            } catch (TooManyAttempts e) {
                errors.put("current", PasswordChange.TOO_MANY);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(email, errors, request, model);
    }

    @PostMapping(WITHDRAW)
    String withdraw(@AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        changes.withdraw(person.accountId());
        flash.addFlashAttribute("success", "Le changement est annulé : votre adresse reste la même.");
        return pages.again(PATH);
    }

    private static Map<String, String> errors(String wanted, String current, Account account) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            errors.put("email", "Saisissez votre nouvelle adresse e-mail.");
        } else if (wanted.length() > Persons.LONGEST_EMAIL) {
            errors.put("email", "L'adresse e-mail compte au plus " + Persons.LONGEST_EMAIL + " caractères.");
        } else if (!Persons.isEmail(wanted)) {
            errors.put("email", "Saisissez une adresse e-mail complète, par exemple nom@exemple.fr.");
        } else if (wanted.equalsIgnoreCase(account.email())) {
            errors.put("email", "C'est déjà votre adresse e-mail.");
        }
        if (current.isEmpty()) {
            errors.put("current", PasswordChange.MISSING);
        }
        return errors;
    }

    private String page(String typed, Map<String, String> errors, HttpServletRequest request, Model model) {
        var account = OwnPages.account(request);
        model.addAttribute("account", account);
        model.addAttribute("pending", changes.pending(account.id()).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return pages.show("own-email", request, model);
    }
}
