package org.navette.providers.process;

import org.navette.providers.Reimbursements;
import org.navette.providers.StartedForms;
import org.springframework.stereotype.Component;

/** {@code ${registerReimbursement}} of {@code reimbursement-registration.bpmn}. */
@Component
class RegisterReimbursement extends Registration {

    RegisterReimbursement(Reimbursements files, StartedForms forms) {
        super(forms, (start, typed) -> files.register(start.agent(), typed.reimbursement(start.answers())));
    }
}
