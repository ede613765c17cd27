package org.navette.engine;

import org.camunda.bpm.engine.impl.calendar.CronTimer;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;

/** Times written out on a diagram, read as the engine will: it reads most of them only when the timer is reached. */
final class ModelTimes {

    private ModelTimes() {}

    /** @param kind the element that holds it: {@code timeDuration}, {@code timeCycle}, {@code timeDate} */
    static boolean isReadable(String kind, String text) {
        try {
            switch (kind) {
                case "timeDuration" -> new DurationHelper(text);
                case "timeDate" -> DateTimeUtil.parseDate(text);
                default -> cycle(text);
            }
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static void cycle(String text) throws Exception {
        if (text.startsWith("R")) {
            new DurationHelper(text);
        } else {
            CronTimer.parse(text);
        }
    }
}
