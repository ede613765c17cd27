package org.navette.directory;

import java.util.Optional;

/** A register of companies that somebody else keeps, asked for establishments that our directory lacks. */
public interface CompanyRegister {

    /**
     * Looks an establishment up.
     *
     * @param siret 14 digits, valid
     * @return nothing when it is unknown; also when the register does not answer well and in time, never an error
     */
    Optional<Suggestion> find(String siret);
}
