package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.directory.Inpe;
import org.navette.forms.InvalidAnswers;
import org.navette.portal.FormPage;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.providers.Memberships;
import org.navette.requests.NumbersExhausted;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new membership, by somebody without an account: the INPE, then what the establishment declares (PROV-01). */
@Controller("providersMembership")
@RequestMapping(Paths.PREFIX + Paths.JOIN)
class MembershipController {

    private static final String HERE = Paths.PREFIX + Paths.JOIN;
    private static final String INPE = "/{inpe:\\d{9}}";
    static final String UNKNOWN =
            "Cet INPE n'est pas celui d'un établissement de soins connu de la CNSS : vérifiez-le, ou"
                    + " adressez-vous à votre agence.";
    static final String TOO_MANY =
            "Trop de demandes ont été faites depuis votre adresse. Réessayez dans quelques instants.";
    static final String EXHAUSTED =
            "Aucune demande ne peut être enregistrée aujourd'hui. Adressez-vous à votre agence.";

    private final Memberships memberships;
    private final CareEstablishments establishments;
    private final FormPages pages;
    private final Throttle throttle;

    MembershipController(
            Memberships memberships, CareEstablishments establishments, FormPages pages, Throttle throttle) {
        this.memberships = memberships;
        this.establishments = establishments;
        this.pages = pages;
        this.throttle = throttle;
    }

    /** The INPE alone; once it is known, the form. */
    @GetMapping
    ModelAndView begin(@RequestParam(required = false) @Nullable String inpe) {
        if (inpe == null) {
            return begin("", null);
        }
        String plain = Inpe.plain(inpe);
        String error = Facts.inpeError(plain);
        if (error != null) {
            return begin(plain, error);
        }
        return establishments.byInpe(plain).isPresent()
                ? new ModelAndView("redirect:" + HERE + "/" + plain)
                : begin(plain, UNKNOWN);
    }

    private static ModelAndView begin(String typed, @Nullable String error) {
        return new ModelAndView(
                        "providers/membership-begin", error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("typed", typed)
                .addObject("errors", error == null ? Map.of() : Map.of("inpe", error));
    }

    @GetMapping(INPE)
    ModelAndView form(@PathVariable String inpe) {
        Optional<CareEstablishment> known = establishments.byInpe(inpe);
        return known.map(it -> page(it, UUID.randomUUID(), memberships.prefill(it), Errors.NONE, HttpStatus.OK))
                .orElseGet(() -> begin(inpe, UNKNOWN));
    }

    @PostMapping(INPE)
    ModelAndView declare(
            @PathVariable String inpe, FormPost post, HttpServletRequest request, RedirectAttributes flash) {
        CareEstablishment establishment = establishments.byInpe(inpe).orElseThrow();
        UUID key = post.key();
        try {
            memberships.check(establishment, post.definitionId(), post.values());
            // never counted as a success: it bounds the mails that a stranger can have sent
            throttle.admit("providers-membership", inpe, request.getRemoteAddr());
            String number = memberships.declare(establishment, key, post.definitionId(), post.values());
            flash.addFlashAttribute("number", number);
            flash.addFlashAttribute("inpe", inpe);
            flash.addFlashAttribute("email", post.values().get("email"));
            return new ModelAndView("redirect:" + HERE + "/enregistree");
        } catch (InvalidAnswers e) {
            return page(establishment, key, post.values(), new Errors(e.messages()), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (TooManyAttempts e) {
            return page(establishment, key, post.values(), Errors.of(TOO_MANY), HttpStatus.TOO_MANY_REQUESTS);
        } catch (NumbersExhausted e) {
            return page(establishment, key, post.values(), Errors.of(EXHAUSTED), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping("/enregistree")
    String sent() {
        return "providers/membership-sent";
    }

    private ModelAndView page(
            CareEstablishment establishment, UUID key, Map<String, ?> answers, Errors errors, HttpStatus status) {
        FormPage page = pages.page(
                new FormPages.Heading("Nouvelle adhésion", null, HERE),
                memberships.form(establishment),
                key,
                answers,
                Map.of(),
                errors,
                null);
        return new ModelAndView(
                "providers/membership-form", Map.of("page", page, "establishment", establishment), status);
    }
}
