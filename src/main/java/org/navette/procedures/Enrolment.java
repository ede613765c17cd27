package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.navette.accounts.Newcomer;
import org.navette.accounts.PasswordPolicy;
import org.navette.accounts.Registrations;
import org.navette.directory.InvalidEntry;
import org.springframework.stereotype.Component;

/** People who open their account themselves (PROC-01). */
@Component
public class Enrolment {

    private final Registrations registrations;
    private final PasswordPolicy passwords;
    private final HeadOffices headOffices;
    private final Members members;

    Enrolment(Registrations registrations, PasswordPolicy passwords, HeadOffices headOffices, Members members) {
        this.registrations = registrations;
        this.passwords = passwords;
        this.headOffices = headOffices;
        this.members = members;
    }

    /** What is wrong with a password, in French; empty when nothing is. */
    public List<String> passwordProblems(Registrant typed, String password) {
        return passwords.problems(password, Office.ESPACE, typed.email(), typed.email());
    }

    /**
     * Opens the account, which waits for its mailed confirmation. What comes back does not tell whether the address had one
     * already: its owner is told by mail then. Not to be called inside a transaction, since hashing is slow.
     *
     * @param address where the registration comes from
     * @throws InvalidEntry when something typed cannot be taken: {@code siret}, {@code declares} and those of
     *     {@link MemberIdentity}
     * @throws org.navette.accounts.RefusedPassword when the password breaks the policy
     * @throws org.navette.accounts.TooManyAttempts when it must wait; nothing was done
     */
    public void register(Registrant typed, String password, String address) {
        check(typed);
        Standing standing = standing(typed);
        MemberIdentity identity = typed.identity();
        registrations.register(
                Office.ESPACE,
                new Newcomer(typed.email(), identity.firstName(), identity.lastName(), password),
                address,
                account -> members.add(new Member(
                        account, identity.civility(), identity.plainPhone(), typed.plainSiret(), null, standing)));
    }

    /** @throws InvalidEntry when something typed cannot be taken */
    public void check(Registrant typed) {
        Map<String, String> problems = new LinkedHashMap<>(typed.problems());
        if (!problems.containsKey("siret") && standing(typed) == Standing.NEWCOMER && !typed.declares()) {
            problems.put("declares", "MISSING");
        }
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
    }

    /** Who gives the SIRET of a known company has proved nothing by it. */
    private Standing standing(Registrant typed) {
        return headOffices.of(typed.plainSiret()).isPresent() ? Standing.UNVERIFIED : Standing.NEWCOMER;
    }
}
