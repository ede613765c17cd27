package org.navette.providers;

import org.navette.accounts.ProvisionalPasswords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails a principal account a new password to who knows all that was declared (PROV-05). */
@Component
@Transactional
public class ForgottenPasswords {

    private final ProviderAccounts accounts;
    private final Providers providers;
    private final ProvisionalPasswords passwords;

    ForgottenPasswords(ProviderAccounts accounts, Providers providers, ProvisionalPasswords passwords) {
        this.accounts = accounts;
        this.providers = providers;
        this.passwords = passwords;
    }

    /**
     * Asks for a new password.
     *
     * @param email in any case
     * @param gsm in its plain form
     * @return false when one of the four is not what was declared; nobody is told which
     */
    public boolean renew(String inpe, Profile profile, String email, String gsm) {
        var account = accounts.principal(inpe, profile).filter(found -> providers
                .director(found.establishment().id())
                .filter(declared -> declared.email().equalsIgnoreCase(email)
                        && declared.gsm().equals(gsm))
                .isPresent());
        account.ifPresent(found -> passwords.renew(found.account(), found.label()));
        return account.isPresent();
    }
}
