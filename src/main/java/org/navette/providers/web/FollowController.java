package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Throttle;
import org.navette.accounts.TooManyAttempts;
import org.navette.files.FileResponses;
import org.navette.files.StoredFile;
import org.navette.providers.Memberships;
import org.navette.providers.Memberships.Followed;
import org.navette.providers.Memberships.Sought;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A membership found again by its file number, with its printed form and its receipt (PROV-01, PROV-02). A number can be
 * guessed: the INPE and the declared address must go with it.
 */
@Controller("providersFollow")
@RequestMapping(Paths.PREFIX + Paths.FOLLOW)
class FollowController {

    private static final String NONE = "Aucune demande ne correspond à ces informations.";
    private static final String TOO_MANY = "Trop de tentatives. Réessayez dans quelques instants.";
    private static final String SCOPE = "providers-follow";

    private final Memberships memberships;
    private final FileResponses responses;
    private final Throttle throttle;

    FollowController(Memberships memberships, FileResponses responses, Throttle throttle) {
        this.memberships = memberships;
        this.responses = responses;
        this.throttle = throttle;
    }

    @GetMapping
    ModelAndView page() {
        return page("", Facts.of(null, null, null), Map.of(), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView follow(
            @RequestParam(defaultValue = "") String numero,
            @RequestParam(required = false) @Nullable String inpe,
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request) {
        Facts typed = Facts.of(inpe, email, null);
        String number = numero.strip().toUpperCase(Locale.ROOT);
        Map<String, String> errors = new LinkedHashMap<>();
        if (number.isEmpty()) {
            errors.put("numero", "Saisissez le numéro de dossier.");
        }
        errors.putAll(typed.errorsWithoutGsm());
        if (!errors.isEmpty()) {
            return page(number, typed, errors, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            Sought sought = new Sought(number, typed.inpe(), typed.email());
            Optional<Followed> found = admitted(sought, request, memberships.follow(sought));
            return found.map(it -> new ModelAndView("providers/follow-found")
                            .addObject("found", it)
                            .addObject("sought", sought))
                    .orElseGet(() -> page(number, typed, errors, NONE, HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (TooManyAttempts e) {
            return page(number, typed, errors, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** The form as PDF; a page that says so when there is no such request. */
    @PostMapping("/formulaire")
    Object form(
            @RequestParam(defaultValue = "") String numero,
            @RequestParam(defaultValue = "") String inpe,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        Sought sought = new Sought(numero.strip().toUpperCase(Locale.ROOT), inpe, email);
        try {
            return admitted(sought, request, memberships.form(sought))
                    .<Object>map(pdf -> pdf(pdf, "formulaire-" + sought.number() + ".pdf"))
                    .orElseGet(() -> again(sought, NONE, HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (TooManyAttempts e) {
            return again(sought, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** The agency's receipt as PDF. */
    @PostMapping("/accuse-de-reception")
    Object receipt(
            @RequestParam(defaultValue = "") String numero,
            @RequestParam(defaultValue = "") String inpe,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        Sought sought = new Sought(numero.strip().toUpperCase(Locale.ROOT), inpe, email);
        try {
            Optional<StoredFile> receipt = admitted(sought, request, memberships.receipt(sought));
            return receipt.<Object>map(responses::download)
                    .orElseGet(() -> again(sought, NONE, HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (TooManyAttempts e) {
            return again(sought, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** Counts those who ask for what there is not, so that nobody tries numbers. */
    private <T> Optional<T> admitted(Sought sought, HttpServletRequest request, Optional<T> found) {
        throttle.admit(SCOPE, sought.number(), request.getRemoteAddr());
        if (found.isPresent()) {
            throttle.succeeded(SCOPE, sought.number(), request.getRemoteAddr());
        }
        return found;
    }

    private static ModelAndView again(Sought sought, String refusal, HttpStatus status) {
        return page(sought.number(), Facts.of(sought.inpe(), sought.email(), null), Map.of(), refusal, status);
    }

    private static ModelAndView page(
            String number, Facts typed, Map<String, String> errors, @Nullable String refusal, HttpStatus status) {
        return new ModelAndView("providers/follow", status)
                .addObject("number", number)
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("refusal", refusal);
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
