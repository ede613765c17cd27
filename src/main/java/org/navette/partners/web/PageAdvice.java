package org.navette.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.navette.accounts.SignedIn;
import org.navette.partners.Access;
import org.navette.partners.Desk;
import org.navette.portal.Shell;
import org.navette.portal.ShellAdvice;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What every page of the espace shows around its content, and where a request goes that cannot be answered. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice extends ShellAdvice<Desk> {

    private final CurrentDesk current;

    PageAdvice(CurrentDesk current) {
        super(current);
        this.current = current;
    }

    @Override
    protected Shell shell(Optional<Desk> desk, HttpServletRequest request) {
        Optional<SignedIn> person = CurrentDesk.person(request.getUserPrincipal());
        return new Shell(
                "Espace Partenaires",
                Paths.PREFIX,
                desk.map(found -> found.organism().name()).orElse(null),
                desk.map(found -> found.organism().code()).orElse(null),
                desk.map(found -> found.access().notice() != Access.Notice.NONE).orElse(false),
                person.map(SignedIn::displayName).orElse(null),
                desk.map(found -> found.structure().name()).orElse(null),
                desk.map(found -> menu(found, request.getRequestURI())).orElse(List.of()));
    }

    private static List<Shell.Item> menu(Desk desk, String uri) {
        List<Shell.Item> menu = new ArrayList<>();
        if (desk.canAct()) {
            menu.add(new Shell.Item("Déposer une demande", Paths.DEPOSIT, uri.startsWith(Paths.DEPOSIT)));
        }
        menu.add(new Shell.Item(
                "Historique des demandes",
                Paths.REQUESTS,
                uri.startsWith(Paths.REQUESTS) && !uri.startsWith(Paths.DEPOSIT)));
        if (desk.isManager()) {
            menu.add(new Shell.Item("Gestion des comptes", Paths.TECHNICIANS, uri.startsWith(Paths.TECHNICIANS)));
        }
        return menu;
    }

    @ExceptionHandler
    String chooseFirst(NoDesk e, HttpServletRequest request) {
        current.want(request);
        return "redirect:" + Paths.ORGANISM;
    }
}
