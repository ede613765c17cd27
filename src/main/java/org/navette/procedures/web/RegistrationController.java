package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
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
        List<String> passwords = enrolment.passwordProblems(typed.registrant(), typed.typedPassword());
        if (passwords.isEmpty() && !typed.isConfirmed()) {
            errors.put("confirmation", "Les deux mots de passe ne sont pas identiques.");
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

    private Map<String, String> errors(RegistrationForm typed) {
        try {
            enrolment.check(typed.registrant());
            return new LinkedHashMap<>();
        } catch (InvalidEntry e) {
            return words.of(
                    "procedures.member", e, "email", "civility", "lastName", "firstName", "phone", "siret", "declares");
        }
    }

    private static ModelAndView page(RegistrationForm typed, Map<String, String> errors, List<String> passwords) {
        return new ModelAndView(
                "procedures/registration", Map.of("typed", typed, "errors", errors, "passwords", passwords));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
