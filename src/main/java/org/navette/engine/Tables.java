package org.navette.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Decision tables that models apply: {@code ${tables.apply('request-priority', execution)}}. They read the instance's
 * variables and write their outputs as variables of the same names.
 */
@Component("tables")
@ModelBean
public class Tables {

    private final Decisions decisions;
    private final ObjectProvider<DecisionContract> contracts;
    private final ApplicationEventPublisher events;

    Tables(Decisions decisions, ObjectProvider<DecisionContract> contracts, ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.contracts = contracts;
        this.events = events;
    }

    /**
     * Applies a table to an instance.
     *
     * @param table the id of a decision with a {@link DecisionContract}; where no rule matches its outputs are zero, so
     *     that the instance goes on and its task shows at once as late
     */
    public void apply(String table, DelegateExecution execution) {
        DecisionContract contract = contracts.stream()
                .filter(each -> each.decision().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + table));
        Map<String, Object> inputs = new HashMap<>();
        contract.inputs().forEach(name -> inputs.put(name, execution.getVariable(name)));
        Decision decision = decisions.evaluate(table, inputs);
        events.publishEvent(new TableApplied(execution.getProcessBusinessKey(), decision));
        List<Map<String, Object>> rows = decision.results();
        for (DecisionContract.Output output : contract.outputs()) {
            Object value = rows.isEmpty() ? null : rows.get(0).get(output.name());
            execution.setVariable(output.name(), value instanceof Number number ? number.intValue() : 0);
        }
    }
}
