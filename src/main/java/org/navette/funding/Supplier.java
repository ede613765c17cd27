package org.navette.funding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.requests.Actor;
import org.navette.requests.Scope;

/**
 * A company that sells or operates referenced software, at work through its one account: what every page and action of
 * the espace is scoped to. Made when its first enrolment is validated.
 *
 * @param id the structure of all its requests
 * @param account who signs in for it
 * @param uid what it signs in with: {@code FRN00042}
 * @param address in one line
 * @param representative who binds the company
 * @param applicant who asks for it; null when it is the representative
 * @param organism code of the organism that pays
 */
public record Supplier(
        UUID id,
        UUID account,
        String uid,
        String siret,
        String name,
        String address,
        Contact representative,
        @Nullable Contact applicant,
        String organism) {

    /** The espace's code. */
    public static final String ESPACE = "funding";

    /**
     * What this supplier may see of one kind of request.
     *
     * @param kind a code of its own in the register of requests: {@code funding}, {@code funding-enrolment}…
     */
    public Scope scope(String kind) {
        return new Scope(kind, organism, id);
    }

    /** Who writes and is written to. */
    public Contact correspondent() {
        return applicant == null ? representative : applicant;
    }

    /** Who the company is, for agents. */
    Block block() {
        return new Block(
                "Fournisseur",
                List.of(
                        Line.of("uid", "Identifiant", uid),
                        Line.of("company", "Dénomination sociale", name),
                        Line.of("siret", "SIRET", siret),
                        Line.of("address", "Adresse", address),
                        Line.of("person", "Demandeur", correspondent().name())));
    }

    Actor actor() {
        return Actor.partner(account.toString(), name);
    }

    /** Whose uploads are meant. */
    public String owner() {
        return ESPACE + ":" + id;
    }
}
