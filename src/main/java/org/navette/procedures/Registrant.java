package org.navette.procedures;

import java.util.Map;
import org.navette.accounts.Persons;
import org.navette.directory.Siret;

/**
 * Somebody who opens an account, as typed; nothing is trusted until {@link #problems()} is empty. The password is checked
 * by its own policy.
 *
 * @param siret of the head office, with blanks or without
 * @param declares whether the person declares to be responsible in law for a company that the directory does not know
 */
public record Registrant(String email, MemberIdentity identity, String siret, boolean declares) {

    public Registrant {
        email = Persons.clean(email);
        siret = siret.strip();
    }

    /** The SIRET's fourteen digits. */
    String plainSiret() {
        return Siret.plain(siret);
    }

    /** What is wrong, by the field's name. */
    Map<String, String> problems() {
        Map<String, String> problems = identity.problems();
        MemberIdentity.email(problems, email);
        if (siret.isEmpty()) {
            problems.put("siret", "MISSING");
        } else if (!Siret.isValid(plainSiret())) {
            problems.put("siret", "INVALID");
        }
        return problems;
    }
}
