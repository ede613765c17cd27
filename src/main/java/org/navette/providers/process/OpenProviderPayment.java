package org.navette.providers.process;

import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.directory.TypedDay;
import org.navette.engine.AgentStart;
import org.navette.engine.TaskRefused;
import org.navette.providers.Transfers;
import org.springframework.stereotype.Component;

/** {@code ${openProviderPayment}} of {@code provider-payment-opening.bpmn}: an accountant asks for a run. */
@Component
class OpenProviderPayment implements JavaDelegate {

    private final Transfers transfers;

    OpenProviderPayment(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AgentStart start = AgentStart.of(execution).orElseThrow();
        LocalDate until = TypedDay.of(Objects.toString(start.answers().get("approvedUntil"), ""))
                .orElseThrow(() -> new TaskRefused("Indiquez une date, au format jj/mm/aaaa."));
        execution.setProcessBusinessKey("opening-" + transfers.open(start.agent(), until));
    }
}
