package org.navette.funding;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The own part of a request to change what a supplier's account says (FUND-24).
 *
 * @param id the request's
 * @param supplier whose account it is
 * @param answers what was typed
 * @param form the version of the form that was typed into
 * @param bankDetails the account that it is about; null for a change of persons
 * @param remark why it was rejected; null when it was not
 */
public record AccountChange(
        long id,
        UUID supplier,
        Kind kind,
        Map<String, Object> answers,
        String form,
        @Nullable UUID bankDetails,
        @Nullable String remark) {

    /** What can be changed; one change of a kind at a time. */
    public enum Kind {
        BANK("funding-bank", "RIB", "funding.bank-details"),
        PERSONS("funding-contact", "CPP", "funding.contact-change");

        private final String espace;
        private final String prefix;
        private final String form;

        Kind(String espace, String prefix, String form) {
            this.espace = espace;
            this.prefix = prefix;
            this.form = form;
        }

        /** The code of these changes in the register of requests. */
        public String espace() {
            return espace;
        }

        /** The form that suppliers type into. */
        public String form() {
            return form;
        }

        LastingNumbers numbers() {
            return new LastingNumbers(espace, prefix);
        }
    }

    /** Where a change stands. */
    enum Status {
        PENDING,
        VALIDATED,
        REJECTED
    }
}
