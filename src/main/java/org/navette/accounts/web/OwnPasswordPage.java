package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.navette.accounts.EmailChanges;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.OwnPassword;
import org.navette.accounts.PasswordChange;
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
        var errors = new PasswordChange(current, password, confirmation).errors(passwords.problems(account, password));
        boolean pending = changes.pending(account.id()).isPresent();
        if (errors.isEmpty()) {
            try {
                String session = request.getSession().getId();
                var renewed = passwords.change(account, person, current, password, request.getRemoteAddr(), session);
                this.session.renew(renewed, request, response);
            } catch (WrongPassword e) {
                errors.put(PasswordChange.CURRENT, List.of(PasswordChange.WRONG));
            } catch (TooManyAttempts e) {
                errors.put(PasswordChange.CURRENT, List.of(PasswordChange.TOO_MANY));
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

    private String page(Map<String, List<String>> errors, HttpServletRequest request, Model model) {
        model.addAttribute("account", OwnPages.account(request));
        model.addAttribute("errors", errors);
        model.addAttribute("problems", errors.getOrDefault("password", List.of()));
        return pages.show("own-password", request, model);
    }
}
