package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.accounts.EspaceFrame;
import org.navette.accounts.EspaceLogin;
import org.springframework.ui.Model;

/** What the pages about the account of who is signed in have in common. */
final class OwnPages {

    private final EspaceLogin login;
    private final List<EspaceFrame> frames;

    /** @param frames those of all espaces */
    OwnPages(EspaceLogin login, List<EspaceFrame> frames) {
        this.login = login;
        this.frames = frames.stream()
                .filter(frame -> frame.espace().equals(login.espace()))
                .toList();
    }

    /** The account read at the espace's door. */
    static Account account(HttpServletRequest request) {
        return CurrentAccount.of(request).orElseThrow();
    }

    /** Shows a page inside the espace's layout. */
    String show(String template, HttpServletRequest request, Model model) {
        model.addAttribute("espace", login);
        frames.forEach(frame -> model.addAllAttributes(frame.around(request)));
        return "accounts/" + template;
    }

    /** Sends the browser to where people go once they are signed in. */
    String home() {
        return "redirect:" + login.home();
    }

    /** Sends the browser to a page after a form was taken. */
    String again(String path) {
        return "redirect:" + login.prefix() + path;
    }
}
