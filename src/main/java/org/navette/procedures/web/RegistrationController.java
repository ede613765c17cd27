package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.navette.accounts.RefusedPassword;
import org.navette.accounts.TooManyAttempts;
import org.navette.directory.InvalidEntry;
import org.navette.portal.EntryWords;
import org.navette.procedures.Enrolment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where professionals open their account (PROC-01); the answer does not tell whether the address had one. */
@Controller
@RequestMapping(Paths.PREFIX + RegistrationController.PATH)
class RegistrationController {

    static final String PATH = "/inscription";

    private static final String CONFIRMATION = "confirmation";

    /** What is typed, in the order of the page; the password stands behind the address. */
    private static final List<String> FIELDS =
            List.of("email", CONFIRMATION, "civility", "lastName", "firstName", "phone", "siret", "declares");

    private static final String SENT = "envoyee";
    private static final String TOO_MANY = "Trop de tentatives. Réessayez dans quelques instants.";

    private final Enrolment enrolment;
    private final EntryWords words;

    RegistrationController(Enrolment enrolment, EntryWords words) {
        this.enrolment = enrolment;
        this.words = words;
    }

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String etape) {
        return page(RegistrationForm.EMPTY, Map.of(), List.of()).addObject("sent", etape.equals(SENT));
    }

    @PostMapping
    ModelAndView register(RegistrationForm typed, HttpServletRequest request) {
        Map<String, String> errors = errors(typed);
        List<String> passwords = passwordProblems(typed);
        if (passwords.isEmpty() && !typed.isConfirmed()) {
            errors.put(CONFIRMATION, "Les deux mots de passe ne sont pas identiques.");
        }
        if (!errors.isEmpty() || !passwords.isEmpty()) {
            return refused(page(typed, errors, passwords), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            enrolment.register(typed.registrant(), typed.typedPassword(), request.getRemoteAddr());
            return new ModelAndView("redirect:" + Paths.PREFIX + PATH + "?etape=" + SENT);
        } catch (InvalidEntry e) {
            // the directory has changed since a moment ago
            return refused(page(typed, errors(typed), List.of()), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (RefusedPassword e) {
            return refused(page(typed, Map.of(), e.messages()), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (TooManyAttempts e) {
            return refused(page(typed, Map.of(), List.of()), HttpStatus.TOO_MANY_REQUESTS)
                    .addObject("refusal", TOO_MANY);
        }
    }

    private List<String> passwordProblems(RegistrationForm typed) {
        return typed.typedPassword().isEmpty()
                ? List.of("Saisissez un mot de passe.")
                : enrolment.passwordProblems(typed.registrant(), typed.typedPassword());
    }

    private Map<String, String> errors(RegistrationForm typed) {
        try {
            enrolment.check(typed.registrant());
            return new LinkedHashMap<>();
        } catch (InvalidEntry e) {
            return words.of("procedures.member", e, FIELDS.toArray(String[]::new));
        }
    }

    private static ModelAndView page(RegistrationForm typed, Map<String, String> errors, List<String> passwords) {
        var page = new ModelAndView("procedures/registration");
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("passwords", passwords);
        page.addObject("problems", problems(errors, passwords));
        return page;
    }

    /**
     * One thing to be corrected.
     *
     * @param field id of what is to be typed again
     */
    record Problem(String field, String text) {}

    /** All that is to be corrected, in the order of the page. */
    private static List<Problem> problems(Map<String, String> errors, List<String> passwords) {
        List<Problem> problems = new ArrayList<>();
        for (String field : FIELDS) {
            if (errors.containsKey(field)) {
                problems.add(new Problem(field.equals("civility") ? "civility-MRS" : field, errors.get(field)));
            }
            if (field.equals("email")) {
                passwords.forEach(problem -> problems.add(new Problem("password", problem)));
            }
        }
        return problems;
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
