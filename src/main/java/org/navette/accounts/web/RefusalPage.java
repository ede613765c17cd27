package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.navette.accounts.EspaceLogin;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that says why a request was refused. */
class RefusalPage {

    private final EspaceLogin login;

    RefusalPage(EspaceLogin login) {
        this.login = login;
    }

    @RequestMapping(Refusals.PATH)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("espace", login);
        model.addAttribute("tooOld", request.getAttribute(Refusals.REASON) == Refusals.Reason.PAGE_TOO_OLD);
        return "accounts/refused";
    }
}
