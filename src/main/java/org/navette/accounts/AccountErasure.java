package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of accounts (COMM-05): found by login or address, and made nobody's. */
@Component
public class AccountErasure {

    /** What stands where a name stood. */
    public static final String INSTEAD = "Compte effacé";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    AccountErasure(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The accounts of these espaces with this login or e-mail address, whatever its case; {@code most} at most. */
    @Transactional(readOnly = true)
    public List<Account> find(Collection<String> espaces, String text, int most) {
        return jdbc.sql("select * from account where espace = any (:espaces) and lower(login) = lower(:text) union"
                        + " select * from account where espace = any (:espaces) and lower(email) = lower(:text)"
                        + " order by espace, login limit :most")
                .param("espaces", espaces.toArray(String[]::new))
                .param("text", text.strip())
                .param("most", most)
                .query(AccountRow::account)
                .list();
    }

    /** Whether another account that is not erased has the same address: mails to it are that one's too. */
    @Transactional(readOnly = true)
    public boolean isShared(Account account) {
        return jdbc.sql("select exists (select 1 from account where lower(email) = lower(?) and id <> ?)")
                .params(account.email(), account.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes an account nobody's, for good, in the caller's transaction: its sessions end at once, its links are dead, its
     * login, address and names are gone. The row stays, since requests are still its.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void anonymise(UUID id) {
        accounts.deactivate(id);
        jdbc.sql("delete from one_time_link where account_id = ?").param(id).update();
        jdbc.sql(
                        "update account set login = ?, email = '', first_name = 'Compte', last_name = 'effacé',"
                                + " password_hash = null, self_registered = false, provisional_until = null, erased_at = ? where id = ?")
                .params("efface-" + id, Timestamp.from(clock.instant()), id)
                .update();
    }
}
