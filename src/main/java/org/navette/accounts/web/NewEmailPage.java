package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.accounts.EmailChanges;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.LoginTaken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the link mailed to a new address: a button, since programs that scan mail open links. */
class NewEmailPage {

    static final String PATH = "/courriel/{token}";

    private final EspaceLogin login;
    private final EmailChanges changes;

    NewEmailPage(EspaceLogin login, EmailChanges changes) {
        this.login = login;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return changes.look(login.espace(), token)
                .map(change -> {
                    model.addAttribute("espace", login);
                    model.addAttribute("email", change.email());
                    model.addAttribute("action", login.prefix() + PATH.replace("{token}", token));
                    return "accounts/new-email";
                })
                .orElseGet(() -> dead(response, model));
    }

    /** Who is signed in as this account comes back to it; another browser is shown the login page. */
    @PostMapping(PATH)
    String confirm(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            var changed = changes.confirm(login.espace(), token);
            if (changed.isEmpty()) {
                return dead(response, model);
            }
            boolean signedIn = CurrentAccount.of(request)
                    .map(Account::id)
                    .filter(changed.get().id()::equals)
                    .isPresent();
            if (!signedIn) {
                return "redirect:" + login.prefix() + LoginPage.PATH + "?etat=courriel";
            }
            flash.addFlashAttribute("success", "Votre nouvelle adresse e-mail est enregistrée.");
            return "redirect:" + login.prefix() + EmailPage.PATH;
        } catch (LoginTaken e) {
            model.addAttribute("taken", true);
            return dead(response, model);
        }
    }

    private String dead(HttpServletResponse response, Model model) {
        model.addAttribute("again", login.prefix() + EmailPage.PATH);
        return DeadLink.show(login, response, model);
    }
}
