package org.navette.retention.process;

import org.navette.retention.Retention;
import org.springframework.stereotype.Component;

/** {@code ${eraseRequests}} of the espaces' retention processes: erases what was announced long enough ago. */
@Component
class EraseRequests extends RetentionStep {

    EraseRequests(Retention retention) {
        super(retention::erase);
    }
}
