package org.navette.partners;

import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.SignedIn;
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

    /** The desk of a person at an organism, with today's access; empty when the organism is out of reach or blocked. */
    @Transactional(readOnly = true)
    public Optional<Desk> at(SignedIn person, String organism) {
        return members.find(person.accountId())
                .flatMap(member -> access.choice(member.structure().id(), organism)
                        .filter(choice -> choice.access().level() != Access.Level.BLOCKED)
                        .map(choice -> new Desk(
                                member.accountId(),
                                person.displayName(),
                                member.role(),
                                member.structure(),
                                choice.organism(),
                                choice.access())));
    }

    /** Remembers the organism for the next time. */
    public void choose(UUID account, String organism) {
        members.find(account).ifPresent(member -> member.choose(organism));
    }
}
