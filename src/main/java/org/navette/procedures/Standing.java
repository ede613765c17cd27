package org.navette.procedures;

/** What a person may do for a company (PROC-03). */
public enum Standing {
    /** declares to be responsible for a company that the directory does not know: may ask for its first installation */
    NEWCOMER,
    /** gave the SIRET of a known company and has proved nothing yet: sees nothing of it */
    UNVERIFIED,
    /** was invited: reads the company's requests */
    READER,
    /** responsible in law for the company: prepares and sends its requests */
    RESPONSIBLE
}
