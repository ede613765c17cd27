package org.navette.partners;

import java.util.UUID;
import org.navette.directory.Organism;
import org.navette.directory.Structure;
import org.navette.requests.Actor;
import org.navette.requests.Scope;

/**
 * A person of a structure, at work with one organism: what every page and action of the espace is scoped to.
 *
 * @param account the person's account
 * @param name first and last name, as colleagues read it
 * @param role what the person is in the structure
 * @param access what the convention lets them do today
 */
public record Desk(UUID account, String name, Member.Role role, Structure structure, Organism organism, Access access) {

    /** What this person may see. */
    public Scope scope() {
        return new Scope(PartnerRequest.ESPACE, organism.code(), structure.id());
    }

    /** True when this person may deposit requests and act on them. */
    public boolean canAct() {
        return role == Member.Role.TECHNICIAN && access.canAct();
    }

    public boolean isManager() {
        return role == Member.Role.MANAGER;
    }

    Actor actor() {
        return Actor.partner(account.toString(), name);
    }

    /** Whose uploads are meant. */
    public String owner() {
        return PartnerRequest.ESPACE + ":" + account;
    }
}
