package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.portal.Shell;
import org.navette.portal.ShellAdvice;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What every page of the espace shows around its content, and how what nobody may do is refused. */
@Component("procedurePageAdvice")
@ControllerAdvice(basePackageClasses = ProcedureLogin.class)
class PageAdvice extends ShellAdvice<Office> {

    PageAdvice(OfficeArguments offices) {
        super(offices);
    }

    @Override
    protected Shell shell(Optional<Office> office, HttpServletRequest request) {
        return new Shell(
                "Vos démarches administratives",
                Paths.PREFIX,
                null,
                null,
                false,
                CurrentAccount.of(request).map(Account::displayName).orElse(null),
                office.map(Office::belonging).orElse(null),
                office.map(found -> menu(found, request.getRequestURI())).orElse(List.of()));
    }

    private static List<Shell.Item> menu(Office office, String uri) {
        List<Shell.Item> menu = new ArrayList<>();
        menu.add(new Shell.Item("Vos demandes", Paths.HOME, uri.equals(Paths.HOME) || uri.startsWith(Paths.DRAFTS)));
        if (office.canAct()) {
            menu.add(new Shell.Item("Nouvelle demande", Paths.NEW, uri.startsWith(Paths.NEW)));
        }
        menu.add(new Shell.Item(
                "Historique", Paths.REQUESTS, uri.startsWith(Paths.REQUESTS) && !uri.startsWith(Paths.NEW)));
        menu.add(new Shell.Item(
                "Votre compte", Paths.PREFIX + Paths.ACCOUNT, uri.startsWith(Paths.PREFIX + Paths.ACCOUNT)));
        return menu;
    }

    /** Refusals that a controller does not turn into words are nobody's to try. */
    @ExceptionHandler
    void refused(Refused e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
