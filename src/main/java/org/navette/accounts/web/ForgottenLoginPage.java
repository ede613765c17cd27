package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.LoginReminders;
import org.navette.accounts.Persons;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten identifier, where identifiers are given (FUND-04): it is mailed to the account's address. */
class ForgottenLoginPage {

    static final String PATH = "/identifiant-oublie";

    private final EspaceLogin login;
    private final LoginReminders reminders;
    private final Throttle throttle;

    ForgottenLoginPage(EspaceLogin login, LoginReminders reminders, Throttle throttle) {
        this.login = login;
        this.reminders = reminders;
        this.throttle = throttle;
    }

    @GetMapping(PATH)
    String page(Model model) {
        model.addAttribute("espace", login);
        return "accounts/forgotten-login";
    }

    /** The answer is the same whether or not the address has an account, and when it was asked for too often. */
    @PostMapping(PATH)
    String mail(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        if (!Persons.isEmail(email.strip())) {
            model.addAttribute("typed", email);
            model.addAttribute("error", "Saisissez une adresse e-mail, comme nom@exemple.fr.");
            return page(model);
        }
        try {
            // never counted as a success: it bounds the mails that a stranger can have sent
            throttle.admit(login.espace() + "-login", email, request.getRemoteAddr());
            reminders.mail(login.espace(), email);
        } catch (TooManyAttempts e) {
            // no mail, the same answer
        }
        model.addAttribute("sent", true);
        return page(model);
    }
}
