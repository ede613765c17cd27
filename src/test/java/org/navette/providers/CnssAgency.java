package org.navette.providers;

import java.time.Clock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.navette.AgencyWorld;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.Tasks;
import org.springframework.boot.test.context.TestComponent;

/** The body that the portal of health professionals files to. */
@TestComponent
public class CnssAgency extends AgencyWorld {

    /** Its code. */
    public static final String ORGANISM = "cnss";

    CnssAgency(
            Organisms organisms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            Clock clock) {
        super(
                ORGANISM,
                "Caisse nationale de sécurité sociale",
                organisms,
                identity,
                tasks,
                taskQueries,
                runtime,
                jobs,
                clock);
    }

    /** Another agent, who can control what the first one has treated. */
    public String controller() {
        return agent("controle.cnss");
    }
}
