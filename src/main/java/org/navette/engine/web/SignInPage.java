package org.navette.engine.web;

import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Agents;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The agents' sign-in page. */
@Controller
class SignInPage {

    static final String PATH = "/agents/connexion";

    private static final Map<String, String> ERRORS = Map.of(
            "echec", "Identifiant ou mot de passe incorrect.",
            "attente", "Trop de tentatives. Réessayez dans quelques instants.",
            "refus", "Votre compte n'a pas accès à la liste des tâches. Adressez-vous à votre administrateur.");
    private static final Map<String, String> NOTICES = Map.of(
            "deconnexion", "Vous êtes déconnecté.",
            "expiree", "Votre session a pris fin. Reconnectez-vous pour continuer.");

    private final Agents agents;

    SignInPage(Agents agents) {
        this.agents = agents;
    }

    @GetMapping(PATH)
    String show(@RequestParam(required = false) @Nullable String etat, Model model) {
        model.addAttribute("error", etat == null ? null : ERRORS.get(etat));
        model.addAttribute("notice", etat == null ? null : NOTICES.get(etat));
        return "agents/sign-in";
    }

    /** Asked by pages whose reader is there without asking for anything else. */
    @GetMapping("/agents/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present() {}

    @GetMapping({"/agents", "/agents/"})
    String home(Principal person) {
        return "redirect:" + home(agents.groups(person.getName()));
    }

    /** Where somebody with these groups begins: process owners, who have no tasks, with their models. */
    static String home(Set<String> groups) {
        return Agents.isOfModelsAlone(groups) ? ModelPages.PATH : AgentChain.TASKLIST;
    }
}
