package org.navette.procedures.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.navette.forms.Option;

/** What Java knows of {@code processes/procedures/procedure-request.bpmn}. */
public final class ProcedureProcess {

    /** The process's id. */
    public static final String ID = "procedure-request";

    /** Message: the corrections were sent. */
    public static final String CORRECTED = "procedures.corrected";

    /** Action: correct what the agent asked for. */
    public static final String CORRECT = "correct";

    static final Set<String> ACTIONS = Set.of(CORRECT);
    static final Set<String> MESSAGES = Set.of(CORRECTED);

    private static final String NUMBER = "number";
    private static final String AGENT = "agent";
    private static final String ORGANISM = "organism";
    private static final String KIND = "kind";
    private static final String TITLE = "title";
    private static final String STEPS = "stepChoices";
    private static final String DOCUMENTS = "documentChoices";

    static final Set<String> VARIABLES = Set.of(NUMBER, AGENT, ORGANISM, KIND, TITLE, STEPS, DOCUMENTS);

    private ProcedureProcess() {}

    /**
     * The variables at the start: routing facts, nothing that people typed.
     *
     * @param title of the kind, shown on the task's card
     * @param steps that an agent can ask to be corrected, for the form as Tasklist shows it
     * @param documents that an agent can ask for, likewise
     */
    public static Map<String, Object> variables(
            String number, String organism, String kind, String title, List<Option> steps, List<Option> documents) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(NUMBER, number);
        variables.put(ORGANISM, organism);
        variables.put(KIND, kind);
        variables.put(TITLE, title);
        // nobody has instructed it yet
        variables.put(AGENT, null);
        variables.put(STEPS, choices(steps));
        variables.put(DOCUMENTS, choices(documents));
        return variables;
    }

    private static Object choices(List<Option> options) {
        var list = options.stream()
                .map(option -> Map.of("label", option.label(), "value", option.value()))
                .toList();
        return SpinValues.jsonValue(Spin.JSON(list).toString()).create();
    }
}
