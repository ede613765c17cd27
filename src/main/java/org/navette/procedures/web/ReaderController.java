package org.navette.procedures.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.LoginTaken;
import org.navette.directory.InvalidEntry;
import org.navette.portal.EntryWords;
import org.navette.procedures.Invitation;
import org.navette.procedures.Office;
import org.navette.procedures.Readers;
import org.navette.procedures.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who read the company's requests, kept by those who are responsible for it (PROC-03). */
@Controller
@RequestMapping(Paths.READERS)
class ReaderController {

    private static final String BACK = "redirect:" + Paths.READERS;
    private static final String ONE = "/{reader}";

    private final Readers readers;
    private final EntryWords words;
    private final Words refusals;

    ReaderController(Readers readers, EntryWords words, Words refusals) {
        this.readers = readers;
        this.words = words;
        this.refusals = refusals;
    }

    /** What the page sends; every part can be missing or wrong. */
    record Form(
            @Nullable String civility, @Nullable String lastName, @Nullable String firstName, @Nullable String email) {

        Invitation invitation() {
            return Invitation.typed(civility, lastName, firstName, email);
        }
    }

    @GetMapping
    String list(Office office, Model model) {
        model.addAttribute("team", readers.team(office));
        model.addAttribute("office", office);
        return "procedures/readers";
    }

    @GetMapping("/nouveau")
    ModelAndView invite(Office office) {
        return page(office, Invitation.typed(null, null, null, null), Map.of(), null);
    }

    @PostMapping("/nouveau")
    ModelAndView invite(Office office, Form typed, RedirectAttributes flash) {
        Invitation invitation = typed.invitation();
        try {
            Account reader = readers.invite(office, invitation);
            flash.addFlashAttribute(
                    "success", words.of("procedures.reader.invited", reader.displayName(), reader.email()));
            return new ModelAndView(BACK);
        } catch (InvalidEntry e) {
            return refused(page(
                    office,
                    invitation,
                    words.of("procedures.member", e, "civility", "lastName", "firstName", "email"),
                    null));
        } catch (LoginTaken e) {
            return refused(page(office, invitation, Map.of("email", words.of("procedures.member.email.TAKEN")), null));
        } catch (Refused e) {
            return refused(page(office, invitation, Map.of(), words(e)));
        }
    }

    @PostMapping(ONE + "/invitation")
    String inviteAgain(Office office, @PathVariable UUID reader, RedirectAttributes flash) {
        try {
            Account account = readers.inviteAgain(office, reader);
            flash.addFlashAttribute(
                    "success",
                    account.activatedAt() == null
                            ? words.of("procedures.reader.again", account.email())
                            : words.of("procedures.reader.active", account.displayName()));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words(e));
        }
        return BACK;
    }

    @GetMapping(ONE + "/retrait")
    ModelAndView remove(Office office, @PathVariable UUID reader) {
        return new ModelAndView("procedures/reader-remove", Map.of("reader", readers.get(office, reader)));
    }

    @PostMapping(ONE + "/retrait")
    String remove(Office office, @PathVariable UUID reader, RedirectAttributes flash) {
        Account removed = readers.remove(office, reader);
        flash.addFlashAttribute("success", words.of("procedures.reader.removed", removed.displayName()));
        return BACK;
    }

    /** Who is not responsible has no business here at all. */
    private String words(Refused e) {
        if (e.reason() == Refused.Reason.NOT_RESPONSIBLE) {
            throw e;
        }
        return refusals.of(e);
    }

    private ModelAndView page(Office office, Invitation typed, Map<String, String> errors, @Nullable String refusal) {
        var page = new ModelAndView("procedures/reader-new");
        page.addObject("team", readers.team(office));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("refusal", refusal);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
