package org.navette.providers.process;

import org.navette.providers.PriorAgreements;
import org.navette.providers.StartedForms;
import org.springframework.stereotype.Component;

/** {@code ${registerPriorAgreement}} of {@code prior-agreement-registration.bpmn}. */
@Component
class RegisterPriorAgreement extends Registration {

    RegisterPriorAgreement(PriorAgreements agreements, StartedForms forms) {
        super(forms, (start, typed) -> agreements.register(start.agent(), typed.priorAgreement(start.answers())));
    }
}
