package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.navette.accounts.Confirmations;
import org.navette.accounts.Confirmations.Unconfirmed;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.RefusedPassword;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link that confirms an account: a button, since programs that scan mail open links, and a password
 * where none counts yet.
 */
class ConfirmationPage {

    static final String PATH = "/confirmation/{token}";

    private final EspaceLogin login;
    private final Confirmations confirmations;

    ConfirmationPage(EspaceLogin login, Confirmations confirmations) {
        this.login = login;
        this.confirmations = confirmations;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return confirmations
                .look(login.espace(), token)
                .map(account -> page(token, account, model))
                .orElseGet(() -> DeadLink.show(login, response, model));
    }

    @PostMapping(PATH)
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletResponse response,
            Model model) {
        var account = confirmations.look(login.espace(), token);
        if (account.isEmpty()) {
            return DeadLink.show(login, response, model);
        }
        if (account.get().choosesPassword() && !password.equals(confirmation)) {
            model.addAttribute("confirmationError", "Les deux mots de passe ne sont pas identiques.");
            return page(token, account.get(), model);
        }
        try {
            return confirmations.confirm(login.espace(), token, password)
                    ? "redirect:" + login.prefix() + LoginPage.PATH + "?etat=confirmation"
                    : DeadLink.show(login, response, model);
        } catch (RefusedPassword e) {
            model.addAttribute("problems", e.messages());
            // it may need a password since a moment ago
            return confirmations
                    .look(login.espace(), token)
                    .map(now -> page(token, now, model))
                    .orElseGet(() -> DeadLink.show(login, response, model));
        }
    }

    private String page(String token, Unconfirmed account, Model model) {
        model.addAttribute("espace", login);
        model.addAttribute("account", account);
        model.addAttribute("action", login.prefix() + PATH.replace("{token}", token));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
        return "accounts/confirmation";
    }
}
