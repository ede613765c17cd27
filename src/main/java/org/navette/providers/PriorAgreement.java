package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of an establishment that the CNSS takes charge of care to come (PEC). Amounts in dirhams.
 *
 * @param id the request's
 * @param granted null until a control has granted something
 * @param situation code of the diagram's status
 * @param validUntil the last day of care that it covers; null unless it was granted
 * @param used what files that hold have taken of it
 * @param wasUsed true once a file has drawn on it, even if it gave it back
 */
record PriorAgreement(
        long id,
        String number,
        UUID establishment,
        String cnssNumber,
        String beneficiary,
        LocalDate receivedOn,
        BigDecimal requested,
        @Nullable BigDecimal granted,
        String situation,
        @Nullable LocalDate validUntil,
        @Nullable String reasons,
        BigDecimal used,
        boolean wasUsed) {

    /** The code of these requests in the register. */
    static final String ESPACE = "providers-pec";

    /** What is left of what was granted. */
    BigDecimal left() {
        return granted == null ? BigDecimal.ZERO : granted.subtract(used);
    }
}
