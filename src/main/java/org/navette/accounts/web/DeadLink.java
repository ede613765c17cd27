package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import org.navette.accounts.EspaceLogin;
import org.springframework.ui.Model;

/** The page behind a mailed link that was used, replaced, too old, or never was. */
final class DeadLink {

    private DeadLink() {}

    static String show(EspaceLogin login, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("espace", login);
        return "accounts/dead-link";
    }
}
