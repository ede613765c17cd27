package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Entrance;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.TooManyAttempts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in to one espace. */
class LoginPage {

    static final String PATH = "/connexion";

    private final EspaceLogin login;
    private final Entrance entrance;

    LoginPage(EspaceLogin login, Entrance entrance) {
        this.login = login;
        this.entrance = entrance;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(required = false) @Nullable String suite,
            Model model) {
        model.addAttribute("notice", entrance.notice(etat).orElse(null));
        return page(suite, model);
    }

    @PostMapping(PATH)
    String signIn(
            @RequestParam(name = "login", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("typed", name);
        if (name.isBlank() || password.isEmpty()) {
            model.addAttribute("error", "Saisissez votre " + login.loginName().within() + " et votre mot de passe.");
            return page(suite, model);
        }
        try {
            var next = entrance.enter(login, name, password, suite, request, response);
            if (next.isPresent()) {
                return "redirect:" + next.get();
            }
            model.addAttribute("error", login.loginName().first() + " ou mot de passe incorrect.");
        } catch (TooManyAttempts e) {
            model.addAttribute("error", "Trop de tentatives. Réessayez dans quelques instants.");
        }
        return page(suite, model);
    }

    private String page(@Nullable String suite, Model model) {
        model.addAttribute("espace", login);
        model.addAttribute("suite", suite);
        return "accounts/login";
    }
}
