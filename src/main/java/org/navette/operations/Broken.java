package org.navette.operations;

import java.util.List;
import org.navette.engine.EngineTroubles.Stuck;

/**
 * What is broken at one moment.
 *
 * @param incidents steps that have failed for good, mails apart
 * @param mails mails that were given up
 * @param timers deadlines that should have come, and did not
 * @param unchecked files refused since yesterday because the antivirus did not answer
 */
record Broken(List<Stuck> incidents, List<Stuck> mails, List<Stuck> timers, long unchecked) {

    boolean isNothing() {
        return incidents.isEmpty() && mails.isEmpty() && timers.isEmpty() && unchecked == 0;
    }
}
