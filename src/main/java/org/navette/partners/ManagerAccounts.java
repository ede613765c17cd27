package org.navette.partners;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.LoginTaken;
import org.navette.directory.Journal;
import org.navette.directory.Structure;
import org.navette.directory.Structures;
import org.navette.directory.Supervisor;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The managers of structures, whose accounts the organism's supervisors open and close (PART-25). Everything begins with
 * the lock of the structure's row, so that one manager at most is active.
 */
@Component
@Transactional
public class ManagerAccounts {

    private final Partnerships partnerships;
    private final Structures structures;
    private final Members members;
    private final Accounts accounts;
    private final Journal journal;

    ManagerAccounts(
            Partnerships partnerships, Structures structures, Members members, Accounts accounts, Journal journal) {
        this.partnerships = partnerships;
        this.structures = structures;
        this.members = members;
        this.accounts = accounts;
        this.journal = journal;
    }

    /**
     * Creates the structure's manager and mails the activation link. Sent twice, the second changes nothing.
     *
     * @throws Refused when a manager is active already, or every convention with the organism is over
     * @throws InvalidTechnician when a value cannot be taken
     * @throws NoSuchElementException when the organism has no convention with the structure
     */
    public Account create(Supervisor supervisor, UUID id, TechnicianIdentity identity) {
        Structure structure = lock(supervisor, id);
        if (!partnerships.get(supervisor, id).isOpen()) {
            throw new Refused(Refused.Reason.CONVENTION_OVER);
        }
        Map<Field, Problem> problems = identity.problems();
        if (!problems.isEmpty()) {
            throw new InvalidTechnician(problems);
        }
        for (Partnerships.Manager manager : partnerships.managers(id)) {
            if (manager.account().active()) {
                if (isSame(manager.account(), identity)) {
                    return manager.account();
                }
                throw new Refused(Refused.Reason.MANAGER_ACTIVE);
            }
        }
        try {
            Account account = accounts.create(
                    PartnerRequest.ESPACE,
                    identity.email(),
                    identity.email(),
                    identity.firstName(),
                    identity.lastName());
            members.save(new Member(account.id(), structure, Member.Role.MANAGER));
            write(supervisor, id, "Compte du gestionnaire créé");
            return account;
        } catch (LoginTaken e) {
            throw new InvalidTechnician(Map.of(Field.EMAIL, Problem.TAKEN));
        }
    }

    /** Mails the activation link anew to a manager who has not used it; to others nothing is sent. */
    public Account mailLink(Supervisor supervisor, UUID structure, UUID manager) {
        lock(supervisor, structure);
        Partnerships.Manager found = get(structure, manager);
        if (found.state() == Technician.State.WAITING) {
            accounts.mailLink(manager);
            write(supervisor, structure, "Lien d'activation du gestionnaire envoyé de nouveau");
        }
        return found.account();
    }

    /** Closes a manager's account, so that another can be created. Done already, it is left as it is. */
    public Account deactivate(Supervisor supervisor, UUID structure, UUID manager) {
        lock(supervisor, structure);
        Partnerships.Manager found = get(structure, manager);
        if (found.account().active()) {
            accounts.deactivate(manager);
            write(supervisor, structure, "Compte du gestionnaire désactivé");
        }
        return found.account();
    }

    /** @throws NoSuchElementException when it is no manager of a structure of the organism */
    @Transactional(readOnly = true)
    public Partnerships.Manager get(Supervisor supervisor, UUID structure, UUID manager) {
        partnerships.get(supervisor, structure);
        return get(structure, manager);
    }

    private Partnerships.Manager get(UUID structure, UUID manager) {
        return partnerships.managers(structure).stream()
                .filter(one -> one.id().equals(manager))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no such manager"));
    }

    private Structure lock(Supervisor supervisor, UUID structure) {
        partnerships.get(supervisor, structure);
        return structures.lock(structure).orElseThrow();
    }

    private void write(Supervisor supervisor, UUID structure, String text) {
        journal.write(supervisor, Partnerships.topic(structure), text);
    }

    private static boolean isSame(Account account, TechnicianIdentity identity) {
        return account.login().equalsIgnoreCase(identity.email())
                && account.firstName().equals(identity.firstName())
                && account.lastName().equals(identity.lastName());
    }
}
