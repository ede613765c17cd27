package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.funding.BankDetails;
import org.navette.funding.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the supplier's account is: the company, its people, its bank accounts, how it signs in (FUND-24). */
@Controller("fundingAccount")
class AccountController {

    private final BankDetails banks;

    AccountController(BankDetails banks) {
        this.banks = banks;
    }

    @GetMapping(Paths.ACCOUNT)
    String account(Supplier supplier, HttpServletRequest request, Model model) {
        model.addAttribute("supplier", supplier);
        model.addAttribute("banks", banks.of(supplier));
        model.addAttribute(
                "email", CurrentAccount.of(request).map(Account::email).orElse(""));
        return "funding/account";
    }
}
