package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reimbursement file of an establishment (DR). Amounts in dirhams.
 *
 * @param id the request's
 * @param agreementId the prior agreement that it draws on; null without one, or while none is known by the number
 * @param agreementNumber as it was typed; null without one
 * @param invoice the establishment's own reference
 * @param situation code of the diagram's status
 * @param holds false once it is returned or cancelled
 * @param approved null until an agent approves
 */
record Reimbursement(
        long id,
        String number,
        UUID establishment,
        String cnssNumber,
        String beneficiary,
        @Nullable Long agreementId,
        @Nullable String agreementNumber,
        LocalDate depositedOn,
        LocalDate careOn,
        String invoice,
        BigDecimal billed,
        String situation,
        @Nullable String reasons,
        boolean holds,
        @Nullable BigDecimal approved) {

    /** The code of these requests in the register. */
    static final String ESPACE = "providers-dr";

    /** What it takes of its prior agreement. */
    BigDecimal draws() {
        return approved == null ? billed : approved;
    }
}
