package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.SignIn;
import org.navette.accounts.TooManyAttempts;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in to one espace, and the sign of life that keeps its session. */
class LoginPage {

    static final String PATH = "/connexion";

    private static final Map<String, String> NOTICES = Map.of(
            "deconnexion", "Vous êtes déconnecté.",
            "expiree", "Votre session a pris fin. Reconnectez-vous pour continuer.",
            "mot-de-passe", "Votre mot de passe est enregistré. Vous pouvez vous connecter.",
            "confirmation", "Votre adresse e-mail est confirmée. Vous pouvez vous connecter.",
            "courriel", "Votre nouvelle adresse e-mail est enregistrée.");

    private final EspaceLogin login;
    private final EspaceSession session;
    private final SignIn signIn;

    LoginPage(EspaceLogin login, SignIn signIn) {
        this.login = login;
        this.session = new EspaceSession(login);
        this.signIn = signIn;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(required = false) @Nullable String suite,
            Model model) {
        model.addAttribute("notice", etat == null ? null : NOTICES.get(etat));
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
            var person = signIn.attempt(login.espace(), name, password, request.getRemoteAddr());
            if (person.isPresent()) {
                session.open(person.get(), request, response);
                return "redirect:" + NextPage.of(suite, login);
            }
            model.addAttribute("error", login.loginName().first() + " ou mot de passe incorrect.");
        } catch (TooManyAttempts e) {
            model.addAttribute("error", "Trop de tentatives. Réessayez dans quelques instants.");
        }
        return page(suite, model);
    }

    @GetMapping("/session")
    ResponseEntity<Void> keepAlive() {
        return ResponseEntity.noContent().build();
    }

    private String page(@Nullable String suite, Model model) {
        model.addAttribute("espace", login);
        model.addAttribute("suite", suite);
        return "accounts/login";
    }
}
