package org.navette.procedures;

import java.util.Map;
import org.navette.accounts.Accounts;
import org.navette.directory.InvalidEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about themselves (PROC-02). */
@Component
@Transactional
public class OwnAccount {

    private final Accounts accounts;
    private final Members members;

    OwnAccount(Accounts accounts, Members members) {
        this.accounts = accounts;
        this.members = members;
    }

    /**
     * Changes how the person is called and reached.
     *
     * @throws InvalidEntry when something typed cannot be taken; nothing was changed
     */
    public void describe(Office office, MemberIdentity typed) {
        Map<String, String> problems = typed.problems();
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        accounts.rename(office.account(), typed.firstName(), typed.lastName());
        members.describe(office.account(), typed.civility(), typed.plainPhone());
    }
}
