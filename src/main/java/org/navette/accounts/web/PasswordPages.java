package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.OneTimeLinks;
import org.navette.accounts.OneTimeLinks.LiveLink;
import org.navette.accounts.Purpose;
import org.navette.accounts.RefusedPassword;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password, and the page behind a mailed link where a password is chosen. */
class PasswordPages {

    static final String FORGOTTEN = "/mot-de-passe-oublie";
    static final String CHOOSE = "/mot-de-passe/{token}";

    private final EspaceLogin login;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Throttle throttle;

    PasswordPages(EspaceLogin login, Accounts accounts, OneTimeLinks links, Throttle throttle) {
        this.login = login;
        this.accounts = accounts;
        this.links = links;
        this.throttle = throttle;
    }

    @GetMapping(FORGOTTEN)
    String forgotten(Model model) {
        return page("forgotten", model);
    }

    /** The answer is the same whether or not there is such an account, and when it was asked for too often. */
    @PostMapping(FORGOTTEN)
    String mailLink(
            @RequestParam(name = "login", defaultValue = "") String name, HttpServletRequest request, Model model) {
        if (name.isBlank()) {
            model.addAttribute("error", "Saisissez votre " + login.loginName().within() + ".");
            return page("forgotten", model);
        }
        try {
            // never counted as a success: it bounds the mails that a stranger can have sent
            throttle.admit(login.espace() + "-link", name, request.getRemoteAddr());
            accounts.find(login.espace(), name).map(Account::id).ifPresent(accounts::mailLink);
        } catch (TooManyAttempts e) {
            // no mail, the same answer
        }
        model.addAttribute("sent", true);
        return page("forgotten", model);
    }

    @GetMapping(CHOOSE)
    String choose(@PathVariable String token, HttpServletResponse response, Model model) {
        return links.look(token)
                .filter(this::isOurs)
                .map(link -> choosing(token, link, List.of(), model))
                .orElseGet(() -> DeadLink.show(login, response, model));
    }

    @PostMapping(CHOOSE)
    String save(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletResponse response,
            Model model) {
        var link = links.look(token).filter(this::isOurs);
        if (link.isEmpty()) {
            return DeadLink.show(login, response, model);
        }
        if (!password.equals(confirmation)) {
            model.addAttribute("confirmationError", "Les deux mots de passe ne sont pas identiques.");
            return choosing(token, link.get(), List.of(), model);
        }
        try {
            return accounts.choosePassword(login.espace(), token, password)
                    .map(account -> "redirect:" + login.prefix() + LoginPage.PATH + "?etat=mot-de-passe")
                    .orElseGet(() -> DeadLink.show(login, response, model));
        } catch (RefusedPassword e) {
            return choosing(token, link.get(), e.messages(), model);
        }
    }

    private boolean isOurs(LiveLink link) {
        return link.purpose().choosesPassword()
                && accounts.find(link.accountId())
                        .filter(account -> account.espace().equals(login.espace()))
                        .isPresent();
    }

    private String choosing(String token, LiveLink link, List<String> problems, Model model) {
        model.addAttribute("activation", link.purpose() == Purpose.ACTIVATION);
        model.addAttribute("action", login.prefix() + CHOOSE.replace("{token}", token));
        model.addAttribute(
                "login", accounts.find(link.accountId()).orElseThrow().login());
        model.addAttribute("problems", problems);
        return page("password", model);
    }

    private String page(String template, Model model) {
        model.addAttribute("espace", login);
        return "accounts/" + template;
    }
}
