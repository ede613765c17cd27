package org.navette.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.navette.engine.Agents;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.portal.Formats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the data officers of a demand whose month is nearly over, or is: its number and its day, nothing of its person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Reminders {

    private static final String SOON = "data-protection/decision-due";
    private static final String OVERDUE = "data-protection/decision-overdue";
    private static final String TASKS = "/camunda/app/tasklist/default/";

    private final Agents agents;
    private final Outbox outbox;
    private final Formats formats;
    private final Clock clock;

    Reminders(Agents agents, Outbox outbox, Formats formats, Clock clock) {
        this.agents = agents;
        this.outbox = outbox;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Writes to each data officer, whoever holds the task; once before its day and once after, however late timers run.
     *
     * @param due when the decision is, or was, due
     */
    public void remind(String number, Instant due) {
        String template = due.isAfter(clock.instant()) ? SOON : OVERDUE;
        Map<String, Object> model = Map.of("number", number, "due", formats.day(due), "tasks", TASKS);
        agents.addresses(Agents.DATA_OFFICER)
                .forEach((login, address) -> outbox.queue(
                        new Letter(template + ":" + number + ":" + login, template, address, model, number)));
    }
}
