package org.navette.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of what they sign in with, where that is not their address. */
@Component
@Transactional
public class LoginReminders {

    /** Mails that one question can have sent. */
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final AccountLetters letters;

    LoginReminders(JdbcClient jdbc, AccountLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /**
     * Mails what they sign in with to the active accounts of an address; each account is a mail.
     *
     * @param email in any case; nothing is mailed to what is no address, or nobody's
     */
    public void mail(String espace, String email) {
        if (Logins.possible(email)) {
            jdbc.sql("select * from account where espace = ? and lower(email) = lower(?) and active limit ?")
                    .params(espace, email.strip(), MOST)
                    .query(AccountRow::account)
                    .list()
                    .forEach(letters::queueLogin);
        }
    }
}
