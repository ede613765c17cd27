package org.navette.portal;

import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedDay;
import org.navette.directory.TypedText;
import org.navette.engine.Absences;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An agent is away: a supervisor sees which tasks wait, moves them in one go and says until when no more are to come. */
@SupervisorPage
@RequestMapping(AbsenceController.PATH)
class AbsenceController {

    private static final String SECTION = "absences";
    static final String PATH = SupervisorPage.ROOT + "/" + SECTION;

    /** Tasks that the preview names; the others are counted. */
    private static final int SHOWN = 50;

    private final Absences absences;
    private final Formats formats;
    private final MessageSource messages;

    AbsenceController(Absences absences, Formats formats, MessageSource messages) {
        this.absences = absences;
        this.formats = formats;
        this.messages = messages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        @Bean
        SupervisorSection absenceSection() {
            return SupervisorSection.ofAllOrganisms("Absences", SECTION, 40);
        }
    }

    /**
     * What a supervisor has chosen.
     *
     * @param agent login of who is away
     * @param to login of who gets the tasks; empty for their groups
     * @param backOn day of return as a date field sends it, may be empty
     */
    record Choice(@Nullable String agent, @Nullable String to, @Nullable String reason, @Nullable String backOn) {

        Choice {
            agent = agent == null ? "" : agent.strip();
            to = to == null ? "" : to.strip();
            reason = reason == null ? "" : TypedText.composed(reason).strip();
            backOn = backOn == null ? "" : backOn.strip();
        }
    }

    @GetMapping
    ModelAndView page(Principal supervisor, @RequestParam(defaultValue = "") String agent) {
        return page(supervisor, new Choice(agent, null, null, null), Map.of());
    }

    @PostMapping
    ModelAndView move(Principal supervisor, Choice choice, RedirectAttributes flash) {
        List<Absences.Agent> team = team(supervisor);
        Absences.Agent away = find(team, choice.agent());
        Map<String, String> errors = new LinkedHashMap<>();
        if (away == null) {
            errors.put("agent", "Choisissez la personne absente.");
        }
        if (!choice.to().isEmpty()
                && (find(team, choice.to()) == null || choice.to().equals(choice.agent()))) {
            errors.put("to", "Choisissez le groupe ou un autre membre de l'équipe.");
        }
        if (choice.reason().length() > TaskHandover.LONGEST_REASON) {
            errors.put("reason", "Le motif compte " + TaskHandover.LONGEST_REASON + " caractères au plus.");
        }
        if (!TypedText.isLines(choice.reason())) {
            errors.put(
                    "reason",
                    "Le motif contient des caractères qui ne peuvent pas être enregistrés\u00a0: effacez-les ou retapez le texte.");
        }
        LocalDate backOn = day(choice.backOn(), errors);
        if (away != null && errors.isEmpty()) {
            try {
                if (backOn != null) {
                    absences.declare(supervisor.getName(), choice.agent(), backOn);
                }
                tell(flash, away, choice, backOn, move(supervisor, choice));
                return new ModelAndView("redirect:" + PATH);
            } catch (TaskRefused e) {
                errors.put("backOn", e.getMessage());
            }
        }
        ModelAndView page = page(supervisor, choice, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private Absences.Moved move(Principal supervisor, Choice choice) {
        return absences.move(
                supervisor.getName(), choice.agent(), choice.to().isEmpty() ? null : choice.to(), choice.reason());
    }

    @PostMapping("/retour")
    String back(Principal supervisor, @RequestParam(defaultValue = "") String agent, RedirectAttributes flash) {
        Absences.Agent back = find(team(supervisor), agent);
        if (back == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        absences.end(supervisor.getName(), agent);
        flash.addFlashAttribute(
                "success", words("agents.absence.back", back.person().name()));
        return "redirect:" + PATH;
    }

    private ModelAndView page(Principal supervisor, Choice choice, Map<String, String> errors) {
        List<Absences.Agent> team = team(supervisor);
        ModelAndView page = new ModelAndView("agents/absences");
        page.addObject("team", team);
        page.addObject("choice", choice);
        page.addObject("errors", errors);
        Absences.Agent away = find(team, choice.agent());
        page.addObject("away", away);
        if (away != null) {
            List<Absences.Held> tasks = absences.tasks(supervisor.getName(), choice.agent());
            page.addObject("tasks", tasks.stream().limit(SHOWN).toList());
            page.addObject("unseen", Math.max(0, away.tasks() - SHOWN));
        }
        return page;
    }

    /** Nobody but supervisors has a team. */
    private List<Absences.Agent> team(Principal supervisor) {
        List<Absences.Agent> team = absences.agents(supervisor.getName());
        if (team.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return team;
    }

    private static Absences.@Nullable Agent find(List<Absences.Agent> team, @Nullable String login) {
        return team.stream()
                .filter(agent -> agent.person().login().equals(login))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(String typed, Map<String, String> errors) {
        if (typed.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = TypedDay.of(typed);
        if (day.isEmpty()) {
            errors.put("backOn", "Cette date n'existe pas.");
        }
        return day.orElse(null);
    }

    private void tell(
            RedirectAttributes flash,
            Absences.Agent away,
            Choice choice,
            @Nullable LocalDate backOn,
            Absences.Moved moved) {
        String told = words(
                choice.to().isEmpty() ? "agents.absence.to-group" : "agents.absence.to-colleague",
                moved.moved(),
                away.person().name());
        flash.addFlashAttribute(
                "success", backOn == null ? told : told + " " + words("agents.absence.until", formats.day(backOn)));
        flash.addFlashAttribute("refused", moved.refused());
        flash.addFlashAttribute("left", moved.left());
    }

    private String words(String code, Object... values) {
        return messages.getMessage(code, values, Locale.FRENCH);
    }
}
