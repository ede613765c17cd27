package org.navette.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.retention.Sought;

/**
 * What a person asks the data officer for.
 *
 * @param account whose data, for somebody with an account
 * @param sought who, for somebody without; null once it is done
 * @param email where the person is told what becomes of it; null when that is unknown, or all is told
 * @param openedBy login of the data officer who has opened it
 * @param reached the last request that was looked at
 * @param done what has come of it so far
 * @param doneAt when it was over, refused or not; null before
 */
public record Demand(
        long id,
        String number,
        String status,
        Kind kind,
        @Nullable UUID account,
        @Nullable Sought sought,
        @Nullable String email,
        String openedBy,
        Instant openedAt,
        boolean accepted,
        long reached,
        Done done,
        @Nullable Instant doneAt) {

    /** The two rights that need work. */
    public enum Kind {
        EXPORT("person-export", "Export des données d’une personne", "la copie de vos données personnelles"),
        ERASURE("person-erasure", "Effacement des données d’une personne", "l’effacement de vos données personnelles");

        private final String process;
        private final String subject;
        private final String asked;

        Kind(String process, String subject, String asked) {
            this.process = process;
            this.subject = subject;
            this.asked = asked;
        }

        /** Id of its process, and its code in the register of requests. */
        public String process() {
            return process;
        }

        /** As people read it. */
        public String subject() {
            return subject;
        }

        /** As who asks is told. */
        String asked() {
            return asked;
        }
    }

    /**
     * What has come of it, without saying of whom.
     *
     * @param requests exported or erased
     * @param files exported
     * @param accounts exported or anonymised
     * @param kept requests and accounts that could not be erased
     */
    public record Done(int requests, int files, int accounts, int kept) {

        Done plus(int moreRequests, int moreFiles, int moreAccounts, int moreKept) {
            return new Done(requests + moreRequests, files + moreFiles, accounts + moreAccounts, kept + moreKept);
        }
    }
}
