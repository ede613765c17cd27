package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.providers.ForgottenPasswords;
import org.navette.providers.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A forgotten password: four facts, all of which must be those declared (PROV-05). */
@Controller("providersForgotten")
class ForgottenController {

    private static final String PATH = Paths.PREFIX + Paths.FORGOTTEN;
    private static final String MISMATCH =
            "Ces informations ne correspondent pas à celles de la demande d'adhésion. Aucun mot de passe n'a été envoyé.";
    private static final String TOO_MANY = "Trop de tentatives. Réessayez dans quelques instants.";

    private final ForgottenPasswords passwords;
    private final Throttle throttle;

    ForgottenController(ForgottenPasswords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @GetMapping(PATH)
    ModelAndView page() {
        return page(Facts.of(null, null, null), "", Map.of(), null, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView renew(
            @RequestParam(required = false) @Nullable String inpe,
            @RequestParam(defaultValue = "") String profil,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String gsm,
            HttpServletRequest request) {
        Facts typed = Facts.of(inpe, email, gsm);
        Map<String, String> errors = new LinkedHashMap<>(typed.errors());
        if (Profile.of(profil).isEmpty()) {
            errors.put("profil", "Choisissez un profil.");
        }
        if (!errors.isEmpty()) {
            return page(typed, profil, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            // never counted as a success: it bounds the guesses and the mails that a stranger can have sent
            throttle.admit("providers-forgotten", typed.inpe(), request.getRemoteAddr());
        } catch (TooManyAttempts e) {
            return page(typed, profil, errors, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
        boolean sent = passwords.renew(typed.inpe(), Profile.of(profil).orElseThrow(), typed.email(), typed.gsm());
        return sent
                ? page(typed, profil, errors, null, HttpStatus.OK).addObject("sent", true)
                : page(typed, profil, errors, MISMATCH, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static ModelAndView page(
            Facts typed, String profile, Map<String, String> errors, @Nullable String refusal, HttpStatus status) {
        return new ModelAndView("providers/forgotten", status)
                .addObject("typed", typed)
                .addObject("profil", profile)
                .addObject("profiles", Profile.labels())
                .addObject("errors", errors)
                .addObject("refusal", refusal);
    }
}
