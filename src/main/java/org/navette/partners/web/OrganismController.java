package org.navette.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.navette.accounts.SignedIn;
import org.navette.partners.Access;
import org.navette.partners.Choice;
import org.navette.partners.ConventionAccess;
import org.navette.partners.Member;
import org.navette.partners.Members;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The choice of the organism (PART-02, PART-03). */
@Controller
@RequestMapping(Paths.ORGANISM)
class OrganismController {

    private final Members members;
    private final ConventionAccess access;
    private final CurrentDesk current;

    OrganismController(Members members, ConventionAccess access, CurrentDesk current) {
        this.members = members;
        this.access = access;
        this.current = current;
    }

    @GetMapping
    String choose(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
        Member member = member(person);
        page(
                model,
                member,
                current.wanted(request)
                        .flatMap(Paths::organismOf)
                        .or(member::lastOrganism)
                        .orElse(""));
        return "partners/organism";
    }

    /**
     * Chooses an organism.
     *
     * @param organism its code, empty when the placeholder was left
     * @param acknowledged true when the person has read the notice and goes on
     */
    @PostMapping
    ModelAndView choose(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String organism,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            HttpServletRequest request,
            Model model) {
        Member member = member(person);
        var choice = access.choice(member, organism);
        if (choice.isEmpty()) {
            page(model, member, "");
            model.addAttribute("error", "Choisissez un organisme dans la liste.");
            return new ModelAndView("partners/organism", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Access today = choice.get().access();
        if (today.level() == Access.Level.BLOCKED || (today.notice() != Access.Notice.NONE && !acknowledged)) {
            page(model, member, organism);
            model.addAttribute("notice", choice.get());
            return new ModelAndView("partners/organism", model.asMap());
        }
        current.choose(request, organism);
        String next = current.takeWanted(request).orElse(Paths.HOME);
        // as it is: a brace in a query is no template variable
        return new ModelAndView(new RedirectView(next, true, true, false));
    }

    private void page(Model model, Member member, String selected) {
        List<Choice> choices = access.choices(member);
        model.addAttribute("choices", choices);
        model.addAttribute(
                "selected",
                choices.stream().anyMatch(choice -> choice.organism().code().equals(selected)) ? selected : "");
    }

    private Member member(SignedIn person) {
        return members.find(person.accountId()).orElse(NOBODY);
    }

    /** An account that belongs to no structure sees an empty list, not an error. */
    private static final Member NOBODY =
            new Member(new UUID(0, 0), new org.navette.directory.Structure(new UUID(0, 0), ""), Member.Role.TECHNICIAN);
}
