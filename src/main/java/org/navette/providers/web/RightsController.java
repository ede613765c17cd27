package org.navette.providers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.providers.Insured;
import org.navette.providers.PecAccount;
import org.navette.providers.RightsLookup;
import org.navette.providers.RightsLookup.Sought;
import org.navette.providers.TooManyConsultations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Rights of insured persons and of those they cover (PROV-08). The number is sent in a form, so that it stands in no
 * address, and that no page fetched ahead counts as a consultation.
 */
@Controller("providersRights")
class RightsController {

    private static final String NUMBER = "numero";

    private static final String TOO_MANY = "Vous avez fait beaucoup de consultations en peu de temps : réessayez dans"
            + " quelques minutes. Cette limite protège les données des assurés.";

    private final RightsLookup rights;
    private final Clock clock;

    RightsController(RightsLookup rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping(Paths.RIGHTS)
    ModelAndView page(PecAccount account) {
        return page("", null, null, HttpStatus.OK);
    }

    @PostMapping(Paths.RIGHTS)
    ModelAndView consult(PecAccount account, @RequestParam(defaultValue = "") String numero) {
        String typed = numero.strip();
        Optional<Sought> sought = Sought.of(typed);
        if (sought.isEmpty()) {
            return page(typed, error(typed), null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            Optional<Insured> found = rights.consult(account, sought.get());
            return page(typed, null, null, HttpStatus.OK)
                    .addObject("sought", sought.get())
                    .addObject("found", found.orElse(null))
                    .addObject("today", LocalDate.now(clock));
        } catch (TooManyConsultations e) {
            return page(typed, null, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static String error(String typed) {
        return typed.isEmpty()
                ? "Saisissez le N° CNSS ou la CNI de l'assuré."
                : "Ce numéro n'est pas valable : neuf chiffres pour un N° CNSS, une ou deux lettres puis des chiffres pour"
                        + " une CNI.";
    }

    private static ModelAndView page(
            String typed, @Nullable String error, @Nullable String refusal, HttpStatus status) {
        return new ModelAndView("providers/rights", status)
                .addObject("values", Map.of(NUMBER, typed))
                .addObject("errors", error == null ? Map.of() : Map.of(NUMBER, error))
                .addObject("refusal", refusal);
    }
}
