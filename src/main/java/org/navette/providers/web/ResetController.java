package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.providers.Memberships;
import org.navette.requests.NumbersExhausted;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for an establishment's accounts to be reset: another address, another number, new passwords (PROV-05). */
@Controller("providersReset")
@RequestMapping(Paths.PREFIX + Paths.RESET)
class ResetController {

    private final Memberships memberships;
    private final CareEstablishments establishments;
    private final Throttle throttle;

    ResetController(Memberships memberships, CareEstablishments establishments, Throttle throttle) {
        this.memberships = memberships;
        this.establishments = establishments;
        this.throttle = throttle;
    }

    @GetMapping
    ModelAndView page() {
        return page(UUID.randomUUID(), Facts.of(null, null, null), Map.of(), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView reset(
            @RequestParam(required = false) @Nullable UUID cle,
            @RequestParam(required = false) @Nullable String inpe,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String gsm,
            HttpServletRequest request,
            RedirectAttributes flash) {
        UUID key = cle == null ? UUID.randomUUID() : cle;
        Facts typed = Facts.of(inpe, email, gsm);
        Map<String, String> errors = new LinkedHashMap<>(typed.errors());
        Optional<CareEstablishment> establishment =
                errors.containsKey("inpe") ? Optional.empty() : establishments.byInpe(typed.inpe());
        if (establishment.isEmpty()) {
            errors.putIfAbsent("inpe", MembershipController.UNKNOWN);
        }
        if (!errors.isEmpty()) {
            return page(key, typed, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            // never counted as a success: it bounds the mails that a stranger can have sent
            throttle.admit("providers-membership", typed.inpe(), request.getRemoteAddr());
            String number = memberships.reset(establishment.orElseThrow(), key, typed.email(), typed.gsm());
            flash.addFlashAttribute("number", number);
            flash.addFlashAttribute("inpe", typed.inpe());
            flash.addFlashAttribute("email", typed.email());
            return new ModelAndView("redirect:" + Paths.PREFIX + Paths.RESET + "/enregistree");
        } catch (TooManyAttempts e) {
            return page(key, typed, errors, MembershipController.TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        } catch (NumbersExhausted e) {
            return page(key, typed, errors, MembershipController.EXHAUSTED, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping("/enregistree")
    String sent() {
        return "providers/membership-sent";
    }

    private static ModelAndView page(
            UUID key, Facts typed, Map<String, String> errors, @Nullable String refusal, HttpStatus status) {
        return new ModelAndView("providers/reset", status)
                .addObject("key", key)
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("refusal", refusal);
    }
}
