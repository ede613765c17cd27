package org.navette.accounts;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords that the person must replace at their next sign-in: those that the application makes and mails, and those
 * that somebody else has chosen for them. The caller has checked who may ask.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProvisionalPasswords {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final AccountLetters letters;
    private final IssuedPasswords issued;

    ProvisionalPasswords(Accounts accounts, PasswordPolicy policy, AccountLetters letters, IssuedPasswords issued) {
        this.accounts = accounts;
        this.policy = policy;
        this.letters = letters;
        this.issued = issued;
    }

    /**
     * Makes an account and mails it a password.
     *
     * @param label what the mail calls the account
     * @throws LoginTaken when the espace has this login already, in any case
     */
    public Account open(String espace, String login, String email, String firstName, String lastName, String label) {
        Account account = accounts.insert(espace, login, email, firstName, lastName);
        issued.expect(account.id());
        letters.queuePassword(account, label);
        return account;
    }

    /** Mails an account a new password; the one it has is good until that mail is sent. */
    public void renew(UUID id, String label) {
        letters.queuePassword(accounts.get(id), label);
    }

    /**
     * Gives an account a password that somebody else has chosen. Its sessions end, and its person is told by mail.
     *
     * @throws RefusedPassword when it breaks the policy
     */
    public void give(UUID id, String password) {
        Account account = accounts.get(id);
        policy.check(password, account);
        issued.keep(id, password);
        letters.queueChanged(account);
    }
}
