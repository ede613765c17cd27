package org.navette.partners;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Accounts;
import org.navette.accounts.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is at work with which organism. */
@Component
@Transactional
public class Desks {

    private final Members members;
    private final ConventionAccess access;
    private final Accounts accounts;

    Desks(Members members, ConventionAccess access, Accounts accounts) {
        this.members = members;
        this.access = access;
        this.accounts = accounts;
    }

    /** The desk of a person at an organism, with today's access; empty when the organism is out of reach or blocked. */
    @Transactional(readOnly = true)
    public Optional<Desk> at(SignedIn person, String organism) {
        return members.find(person.accountId())
                .flatMap(member -> access.choice(member.structure().id(), organism)
                        .filter(choice -> choice.access().level() != Access.Level.BLOCKED)
                        .map(choice -> new Desk(
                                member.accountId(),
                                name(member.accountId()),
                                member.role(),
                                member.structure(),
                                choice.organism(),
                                choice.access())));
    }

    /** "CHAUSSON Victor": the family name first, as lists are sorted. */
    private String name(UUID account) {
        return accounts.find(account)
                .map(found -> found.lastName().toUpperCase(Locale.FRENCH) + " " + found.firstName())
                .orElse("");
    }

    /** Remembers the organism for the next time. */
    public void choose(UUID account, String organism) {
        members.find(account).ifPresent(member -> member.choose(organism));
    }
}
