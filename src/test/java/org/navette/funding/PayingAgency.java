package org.navette.funding;

import java.time.Clock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.navette.AgencyWorld;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.Tasks;
import org.springframework.boot.test.context.TestComponent;

/** The agency that instructs and pays. */
@TestComponent
public class PayingAgency extends AgencyWorld {

    /** The organism that the espace files to. */
    public static final String ORGANISM = "asp";

    PayingAgency(
            Organisms organisms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            Clock clock) {
        super(
                ORGANISM,
                "Agence de services et de paiement",
                organisms,
                identity,
                tasks,
                taskQueries,
                runtime,
                jobs,
                clock);
    }
}
