package org.navette.procedures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Company;
import org.navette.requests.Actor;
import org.navette.requests.Scope;

/**
 * A person at work for a company: what every page and action of the espace is scoped to.
 *
 * @param name first and last name, as colleagues read it
 * @param company the company as the directory has it; null while the person belongs to none
 * @param organism code of the organism that the espace files to
 */
public record Office(UUID account, String name, Member member, @Nullable Company company, String organism) {

    /** The espace's code. */
    public static final String ESPACE = "procedures";

    /** What this person may see: the company's, or what they sent themselves before there was a company. */
    public Scope scope() {
        return new Scope(ESPACE, organism, company == null ? account : company.id());
    }

    /** True when this person may prepare and send requests. */
    public boolean canAct() {
        return member.standing() == Standing.RESPONSIBLE || member.standing() == Standing.NEWCOMER;
    }

    /** @throws Refused when this person only reads */
    public void mustAct() {
        if (!canAct()) {
            throw new Refused(Refused.Reason.NOT_RESPONSIBLE);
        }
    }

    /** What the company, or else its SIRET, is called. */
    public String belonging() {
        return company == null ? "SIRET " + member.siret() : company.name();
    }

    Actor actor() {
        return Actor.partner(account.toString(), name);
    }

    /** Whose uploads are meant: the company's, so that a colleague can go on with a draft. */
    public String owner() {
        return owner(scope().structure());
    }

    static String owner(UUID structure) {
        return ESPACE + ":" + structure;
    }
}
