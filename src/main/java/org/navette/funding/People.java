package org.navette.funding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The natural persons of a supplier.
 *
 * @param applicant null when the representative asks
 */
record People(Contact representative, @Nullable Contact applicant) {

    private static final String REPRESENTATIVE = "representative";
    private static final String APPLICANT = "applicant";

    static People of(Supplier supplier) {
        return new People(supplier.representative(), supplier.applicant());
    }

    /** The fields of the forms that ask for them. */
    static People of(Map<String, Object> answers) {
        return new People(
                Contact.of(answers, REPRESENTATIVE),
                Enrolment.isMandated(answers) ? Contact.of(answers, APPLICANT) : null);
    }

    /** As the forms show them. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.putAll(representative.answers(REPRESENTATIVE));
        answers.put("samePerson", applicant == null);
        if (applicant != null) {
            answers.putAll(applicant.answers(APPLICANT));
        }
        return answers;
    }

    /** Who writes and is written to. */
    Contact correspondent() {
        return applicant == null ? representative : applicant;
    }

    /** True when only addresses and phones can differ. */
    boolean areThoseOf(People before) {
        return representative.isSamePerson(before.representative)
                && correspondent().isSamePerson(before.correspondent());
    }

    /** What differs, as people read it; one of them does. */
    String change(People before) {
        boolean representativeChanges = !representative.equals(before.representative);
        boolean applicantChanges =
                !correspondent().equals(before.correspondent()) || (applicant == null) != (before.applicant == null);
        if (representativeChanges && applicantChanges) {
            return "Modification du représentant légal et du demandeur";
        }
        return representativeChanges ? "Modification du représentant légal" : "Modification du demandeur";
    }
}
