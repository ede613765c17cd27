package org.navette.partners;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is at work with which organism. */
@Component
@Transactional
public class Desks {

    private final Members members;
    private final ConventionAccess access;

    Desks(Members members, ConventionAccess access) {
        this.members = members;
        this.access = access;
    }

    /**
     * The desk of a person at an organism, with today's access; empty when the organism is out of reach or blocked.
     * Single reads, each of its own: a transaction would only add its end to every page.
     */
    @Transactional(readOnly = true)
    public Optional<Desk> at(Account person, String organism) {
        return members.find(person.id()).flatMap(member -> access.choice(member, organism)
                .filter(choice -> choice.access().level() != Access.Level.BLOCKED)
                .map(choice -> new Desk(
                        person.id(),
                        name(person),
                        member.role(),
                        member.structure(),
                        choice.organism(),
                        choice.access())));
    }

    /** "CHAUSSON Victor": the family name first, as lists are sorted. */
    private static String name(Account account) {
        return account.lastName().toUpperCase(Locale.FRENCH) + " " + account.firstName();
    }

    /** Remembers the organism for the next time. */
    public void choose(UUID account, String organism) {
        members.find(account).ifPresent(member -> member.choose(organism));
    }
}
