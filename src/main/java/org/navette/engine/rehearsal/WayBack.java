package org.navette.engine.rehearsal;

import java.util.List;

/**
 * What going back would do now.
 *
 * @param obstacles why it is not possible at all; empty when it is
 * @param returning moved instances that would return to their version
 * @param kept moved instances that would stay on the new one
 * @param groups the kept ones by place, with the reasons
 * @param begun instances that began on the new version and will end on it
 * @param created files that did not exist before and stay deployed
 */
public record WayBack(
        List<String> obstacles,
        long returning,
        long kept,
        List<Report.GroupReport> groups,
        long begun,
        List<String> created) {

    public boolean isOpen() {
        return obstacles.isEmpty();
    }
}
