package org.navette.providers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The own part of a request to become a member, or to have the accounts reset (PROV-01, PROV-05).
 *
 * @param id the request's
 * @param form the version of the form that was answered; null for a reset
 * @param answers to it; empty for a reset, which declares an address and a number alone
 * @param email where its mails go, and the passwords in the end
 * @param gsm ten digits
 * @param reception what an agency has noted; null before
 * @param receipt the file's id; null before
 * @param ground why it was rejected; null unless it was
 */
record Membership(
        long id,
        Kind kind,
        UUID establishment,
        @Nullable String form,
        Map<String, Object> answers,
        String email,
        String gsm,
        @Nullable Reception reception,
        @Nullable UUID receipt,
        @Nullable String ground) {

    /** The code of these requests in the register. */
    static final String ESPACE = "providers-membership";

    /** What is asked for. */
    enum Kind {
        MEMBERSHIP("Adhésion au portail", "ADH"),
        RESET("Réinitialisation de compte", "REI");

        private final String label;
        private final String prefix;

        Kind(String label, String prefix) {
            this.label = label;
            this.prefix = prefix;
        }

        String label() {
            return label;
        }

        /** What its numbers begin with. */
        String prefix() {
            return prefix;
        }
    }

    /**
     * The signed form on paper.
     *
     * @param identityCopy true when a copy of the director's card was with it
     */
    record Reception(LocalDate on, String agency, boolean identityCopy) {}

    /** An answer; empty when there is none. */
    String text(String field) {
        return Objects.toString(answers.get(field), "");
    }

    /** The director that it declares; a reset keeps who was known, at another address. */
    Director director(@Nullable Director known) {
        if (kind == Kind.RESET) {
            return known == null
                    ? new Director("Direction", "La", null, null, email, gsm)
                    : new Director(
                            known.lastName(),
                            known.firstName(),
                            known.practitionerInpe(),
                            known.identity(),
                            email,
                            gsm);
        }
        return new Director(
                text("lastName"),
                text("firstName"),
                text("practitionerInpe"),
                text("identity").isEmpty() ? null : text("identity"),
                email,
                gsm);
    }
}
