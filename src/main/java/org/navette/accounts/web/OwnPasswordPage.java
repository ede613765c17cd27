package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.navette.accounts.Account;
import org.navette.accounts.EmailChanges;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.OwnPassword;
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

/** Where a signed-in person changes their password. */
class OwnPasswordPage {

    static final String PATH = "/compte/mot-de-passe";

    private final OwnPages pages;
    private final EspaceSession session;
    private final OwnPassword passwords;
    private final EmailChanges changes;

    OwnPasswordPage(EspaceLogin login, OwnPages pages, OwnPassword passwords, EmailChanges changes) {
        this.session = new EspaceSession(login);
        this.pages = pages;
        this.passwords = passwords;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String show(HttpServletRequest request, Model model) {
        return page(Map.of(), request, model);
    }

    @PostMapping(PATH)
    String change(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var account = OwnPages.account(request);
        var errors = errors(account, current, password, confirmation);
        boolean pending = changes.pending(account.id()).isPresent();
        if (errors.isEmpty()) {
            try {
                String session = request.getSession().getId();
                var renewed = passwords.change(account, person, current, password, request.getRemoteAddr(), session);
                this.session.renew(renewed, request, response);
            } catch (WrongPassword e) {
                errors.put("current", List.of(OwnPages.WRONG));
            } catch (TooManyAttempts e) {
                errors.put("current", List.of(OwnPages.TOO_MANY));
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(errors, request, model);
        }
        if (account.provisional()) {
            flash.addFlashAttribute("success", "Votre mot de passe est enregistré.");
            return pages.home();
        }
        flash.addFlashAttribute(
                "success",
                "Votre nouveau mot de passe est enregistré. Vos autres sessions sont fermées."
                        + (pending ? " Le changement d'adresse e-mail qui attendait est annulé." : ""));
        return pages.again(PATH);
    }

    /** What is wrong before the present password is looked at, by field, in the order of the page. */
    private Map<String, List<String>> errors(Account account, String current, String password, String confirmation) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (current.isEmpty()) {
            errors.put("current", List.of(OwnPages.MISSING));
        }
        var problems = passwords.problems(account, password);
        if (!problems.isEmpty()) {
            errors.put("password", problems);
        } else if (password.equals(current)) {
            errors.put("password", List.of("Le nouveau mot de passe doit être différent de l'actuel."));
        }
        if (!password.equals(confirmation)) {
            errors.put("confirmation", List.of("Les deux mots de passe ne sont pas identiques."));
        }
        return errors;
    }

    private String page(Map<String, List<String>> errors, HttpServletRequest request, Model model) {
        model.addAttribute("account", OwnPages.account(request));
        model.addAttribute("errors", errors);
        model.addAttribute("problems", errors.getOrDefault("password", List.of()));
        return pages.show("own-password", request, model);
    }
}
