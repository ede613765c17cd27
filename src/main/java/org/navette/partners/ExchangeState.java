package org.navette.partners;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.navette.partners.process.PartnerProcess;
import org.navette.requests.Request;

/**
 * Whether a question can be asked now. The stored date decides, not the timer: a job may be late.
 *
 * @param request the request, locked when the answer must hold
 * @param own its part of the espace
 * @param now the moment of the question
 */
record ExchangeState(Request request, PartnerRequest own, Instant now) {

    /** Why a question is refused; empty when it can be asked. */
    Optional<Refused.Reason> refusal() {
        if (own.exchangeEndsAt().isEmpty()) {
            return Optional.of(
                    request.phase().isFinal() ? Refused.Reason.EXCHANGE_NOT_OPEN : Refused.Reason.NOT_ANSWERED);
        }
        if (own.rounds() >= PartnerRequest.ROUNDS) {
            return Optional.of(Refused.Reason.NO_ROUND_LEFT);
        }
        if (!now.isBefore(own.exchangeEndsAt().get())) {
            return Optional.of(Refused.Reason.WINDOW_OVER);
        }
        if (!request.allows(PartnerProcess.FOLLOW_UP)) {
            return Optional.of(
                    request.phase().isFinal() ? Refused.Reason.EXCHANGE_NOT_OPEN : Refused.Reason.WAITING_FOR_ANSWER);
        }
        return Optional.empty();
    }

    int roundsLeft() {
        return PartnerRequest.ROUNDS - own.rounds();
    }

    /** Whole days left, rounded up; 0 when the window is over. */
    long daysLeft() {
        return own.exchangeEndsAt()
                .filter(now::isBefore)
                .map(end -> Duration.between(now, end).plusDays(1).minusNanos(1).toDays())
                .orElse(0L);
    }
}
