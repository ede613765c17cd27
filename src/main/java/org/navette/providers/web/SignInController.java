package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Entrance;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.TooManyAttempts;
import org.navette.directory.Inpe;
import org.navette.providers.Profile;
import org.navette.providers.ProviderAccounts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in by INPE, then profile, kind of account and password (PROV-04). Nothing tells whether an INPE, a profile or a
 * login exists.
 */
@Controller("providersSignIn")
class SignInController {

    private static final String PATH = Paths.PREFIX + Paths.SIGN_IN;
    private static final String WRONG =
            "Ces informations ne permettent pas de vous connecter : vérifiez le profil, la nature du compte et le mot de"
                    + " passe.";
    private static final String TOO_MANY = "Trop de tentatives. Réessayez dans quelques instants.";

    private final Entrance entrance;
    private final EspaceLogin espace;

    SignInController(Entrance entrance, @Qualifier("providersEspace") EspaceLogin espace) {
        this.entrance = entrance;
        this.espace = espace;
    }

    /**
     * The form as it was sent.
     *
     * @param profil code of a profile
     * @param nature {@code principal} or {@code secondaire}
     * @param identifiant of a secondary account
     */
    record Typed(
            @Nullable String inpe,
            @Nullable String profil,
            @Nullable String nature,
            @Nullable String identifiant,
            @Nullable String suite) {

        static final String SECONDARY = "secondaire";

        Typed {
            inpe = inpe == null ? "" : Inpe.plain(inpe);
            profil = profil == null ? "" : profil;
            nature = nature == null ? "" : nature;
            identifiant = identifiant == null ? "" : identifiant.strip();
        }

        boolean isSecondary() {
            return SECONDARY.equals(nature);
        }

        /** What is wrong before the password is looked at, by field. */
        Map<String, String> errors(String password) {
            Map<String, String> errors = new LinkedHashMap<>();
            if (Facts.inpeError(inpe) != null) {
                errors.put("inpe", Facts.inpeError(inpe));
                return errors;
            }
            if (Profile.of(profil).isEmpty()) {
                errors.put("profil", "Choisissez un profil.");
            }
            if (!isSecondary() && !"principal".equals(nature)) {
                errors.put("nature", "Choisissez la nature du compte.");
            }
            if (isSecondary() && identifiant.isEmpty()) {
                errors.put("identifiant", "Saisissez l'identifiant du compte secondaire.");
            }
            if (password.isEmpty()) {
                errors.put("password", "Saisissez votre mot de passe.");
            }
            return errors;
        }
    }

    @GetMapping(PATH)
    ModelAndView page(Typed typed, @RequestParam(required = false) @Nullable String etat, HttpServletRequest request) {
        boolean asked = request.getParameter("inpe") != null;
        Map<String, String> errors = new LinkedHashMap<>();
        String wrong = Facts.inpeError(typed.inpe());
        if (asked && wrong != null) {
            errors.put("inpe", wrong);
        }
        return page(typed, errors, null, errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("notice", entrance.notice(etat).orElse(null));
    }

    @PostMapping(PATH)
    ModelAndView signIn(
            Typed typed,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> errors = typed.errors(password);
        if (!errors.isEmpty()) {
            return page(typed, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        String login = ProviderAccounts.composed(
                typed.inpe(), Profile.of(typed.profil()).orElseThrow(), typed.isSecondary() ? typed.identifiant() : "");
        try {
            Optional<String> next = entrance.enter(espace, login, password, typed.suite(), request, response);
            return next.map(page -> new ModelAndView("redirect:" + page))
                    .orElseGet(() -> page(typed, errors, WRONG, HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (TooManyAttempts e) {
            return page(typed, errors, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static ModelAndView page(
            Typed typed, Map<String, String> errors, @Nullable String refusal, HttpStatus status) {
        Map<String, String> natures = new LinkedHashMap<>();
        natures.put("principal", "Principal");
        natures.put(Typed.SECONDARY, "Secondaire");
        return new ModelAndView("providers/sign-in", status)
                .addObject("typed", typed)
                .addObject("known", Inpe.isValid(typed.inpe()))
                .addObject("profiles", Profile.labels())
                .addObject("natures", natures)
                .addObject("errors", errors)
                .addObject("refusal", refusal);
    }
}
