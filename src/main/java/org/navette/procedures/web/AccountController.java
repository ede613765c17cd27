package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.directory.FrenchPhone;
import org.navette.directory.InvalidEntry;
import org.navette.portal.EntryWords;
import org.navette.procedures.MemberIdentity;
import org.navette.procedures.Office;
import org.navette.procedures.OwnAccount;
import org.navette.procedures.ResponsibleClaims;
import org.navette.procedures.ResponsibleDemands;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Votre compte": who the person is, and for which establishments they may ask (PROC-02). */
@Controller
@RequestMapping(Paths.PREFIX + Paths.ACCOUNT)
class AccountController {

    private final OwnAccount own;
    private final ResponsibleClaims claims;
    private final ResponsibleDemands demands;
    private final EntryWords words;

    AccountController(OwnAccount own, ResponsibleClaims claims, ResponsibleDemands demands, EntryWords words) {
        this.own = own;
        this.claims = claims;
        this.demands = demands;
        this.words = words;
    }

    /** What the page sends; every part can be missing or wrong. */
    record Form(
            @Nullable String civility, @Nullable String lastName, @Nullable String firstName, @Nullable String phone) {

        MemberIdentity identity() {
            return MemberIdentity.typed(civility, lastName, firstName, phone);
        }
    }

    @GetMapping
    ModelAndView page(Office office, HttpServletRequest request) {
        Account account = CurrentAccount.of(request).orElseThrow();
        var identity = new MemberIdentity(
                office.member().civility(),
                account.lastName(),
                account.firstName(),
                FrenchPhone.shown(office.member().phone()));
        return page(office, request, identity, Map.of());
    }

    @PostMapping
    ModelAndView describe(Office office, Form typed, HttpServletRequest request, RedirectAttributes flash) {
        try {
            own.describe(office, typed.identity());
            flash.addFlashAttribute("success", words.of("procedures.member.described"));
            return new ModelAndView("redirect:" + Paths.PREFIX + Paths.ACCOUNT);
        } catch (InvalidEntry e) {
            var page = page(
                    office,
                    request,
                    typed.identity(),
                    words.of("procedures.member", e, "civility", "lastName", "firstName", "phone"));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(
            Office office, HttpServletRequest request, MemberIdentity typed, Map<String, String> errors) {
        var page = new ModelAndView("procedures/account");
        page.addObject("office", office);
        page.addObject("account", CurrentAccount.of(request).orElseThrow());
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("possible", claims.isPossible(office));
        page.addObject("demand", demands.latest(office).orElse(null));
        return page;
    }
}
