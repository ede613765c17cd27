package org.navette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.navette.accounts.PasswordChange;
import org.navette.accounts.PasswordPolicy;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.engine.AgentPassword;
import org.navette.engine.Agents;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where agents, supervisors and process owners change their own password (COMM-02). */
@Controller
@RequestMapping(AgentPasswordController.PATH)
class AgentPasswordController {

    static final String PATH = "/agents/mot-de-passe";
    static final String LABEL = "Mot de passe";

    /** Counted apart from signing in, so that neither blocks the other. */
    private static final String SCOPE = "agents-own";

    private static final String PLACE = "Mon compte";

    private final AgentPassword passwords;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final Agents agents;

    AgentPasswordController(AgentPassword passwords, PasswordPolicy policy, Throttle throttle, Agents agents) {
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.agents = agents;
    }

    @GetMapping
    ModelAndView show(Principal agent) {
        return page(agent.getName(), Map.of());
    }

    @PostMapping
    ModelAndView change(
            Principal agent,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String login = agent.getName();
        var change = new PasswordChange(current, password, confirmation);
        var errors = change.errors(policy.problems(password, "", login, passwords.email(login)));
        if (errors.isEmpty()) {
            errors = change(login, change, request);
        }
        if (errors.isEmpty()) {
            flash.addFlashAttribute(
                    "success", "Votre nouveau mot de passe est enregistré. Vos autres sessions sont fermées.");
            return new ModelAndView("redirect:" + PATH);
        }
        ModelAndView page = page(login, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private Map<String, List<String>> change(String login, PasswordChange change, HttpServletRequest request) {
        try {
            throttle.admit(SCOPE, login, request.getRemoteAddr());
        } catch (TooManyAttempts e) {
            return Map.of(PasswordChange.CURRENT, List.of(PasswordChange.TOO_MANY));
        }
        if (!passwords.change(login, change.current(), change.password(), request.getSession())) {
            return Map.of(PasswordChange.CURRENT, List.of(PasswordChange.WRONG));
        }
        throttle.succeeded(SCOPE, login, request.getRemoteAddr());
        request.changeSessionId();
        return Map.of();
    }

    private ModelAndView page(String login, Map<String, List<String>> errors) {
        String name = agents.find(login).map(Agents.Person::name).orElse(login);
        return new ModelAndView("agents/password")
                .addObject("frame", new AgentFrame(PLACE, PLACE, name, List.of("Identifiant\u00a0: " + login)))
                .addObject("models", Agents.isOfModelsAlone(agents.groups(login)))
                .addObject("menu", List.of(new Shell.Item(LABEL, PATH, true)))
                .addObject("login", login)
                .addObject("errors", errors)
                .addObject("problems", errors.getOrDefault("password", List.of()));
    }
}
