package org.navette.retention.process;

import org.navette.retention.Retention;
import org.springframework.stereotype.Component;

/** {@code ${announceErasure}} of the espaces' retention processes: tells people what will be erased. */
@Component
class AnnounceErasure extends RetentionStep {

    AnnounceErasure(Retention retention) {
        super(retention::announce);
    }
}
