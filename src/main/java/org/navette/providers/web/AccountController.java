package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.providers.ProviderAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is known of the establishment and of the account that is signed in. */
@Controller("providersAccount")
class AccountController {

    @GetMapping(Paths.PREFIX + Paths.ACCOUNT)
    String account(ProviderAccount account, HttpServletRequest request, Model model) {
        model.addAttribute("account", account);
        model.addAttribute(
                "email", CurrentAccount.of(request).map(Account::email).orElse(""));
        return "providers/account";
    }
}
