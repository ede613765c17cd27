package org.navette.procedures;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.navette.AgencyWorld;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.Tasks;
import org.springframework.boot.test.context.TestComponent;

/** The regulation service that the espace files to. */
@TestComponent
public class ServiceWorld extends AgencyWorld {

    /** The organism that the espace files to. */
    public static final String ORGANISM = "crif";

    ServiceWorld(
            Organisms organisms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            Clock clock) {
        super(
                ORGANISM,
                "Caisse régionale Île-de-France",
                organisms,
                identity,
                tasks,
                taskQueries,
                runtime,
                jobs,
                clock);
    }

    /** The agent accepts; a first installation needs a billing number besides. */
    public void accept(String number) {
        accept(agent(), number);
    }

    /** The same for another agent. */
    public void accept(String agent, String number) {
        decide(agent, number, Map.of("outcome", "ACCEPTED"));
    }

    /** The agent accepts and gives a billing number. */
    public void acceptWith(String number, String billing) {
        decide(number, Map.of("outcome", "ACCEPTED", "billingNumber", billing));
    }

    /** The agent asks for corrections. */
    public void ask(String number, List<String> steps, List<String> documents) {
        decide(number, asking(steps, documents));
    }

    /** What an agent types to ask for corrections. */
    public static Map<String, Object> asking(List<String> steps, List<String> documents) {
        return Map.of(
                "outcome", "CORRECTIONS", "steps", steps, "documents", documents, "remarks", "À corriger, merci.");
    }

    /** The agent refuses. */
    public void refuse(String number) {
        decide(number, Map.of("outcome", "REFUSED", "ground", "DOCUMENTS", "explanation", "Le diplôme manque."));
    }
}
