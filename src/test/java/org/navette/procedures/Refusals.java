package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests see that something was refused. */
final class Refusals {

    private Refusals() {}

    static void refused(Refused.Reason reason, ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    /** As if there were no such thing. */
    static void notFound(ThrowingCallable action) {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(action);
    }
}
