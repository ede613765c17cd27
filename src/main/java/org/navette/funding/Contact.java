package org.navette.funding;

import java.util.Map;
import org.navette.directory.FrenchPhone;

/**
 * A natural person of a supplier: its legal representative, or who asks for it.
 *
 * @param phone ten digits
 */
public record Contact(String lastName, String firstName, String email, String phone) {

    /** The fields of a form that begin with a prefix. */
    static Contact of(Map<String, Object> answers, String prefix) {
        return new Contact(
                Enrolment.text(answers, prefix + "LastName"),
                Enrolment.text(answers, prefix + "FirstName"),
                Enrolment.text(answers, prefix + "Email"),
                Enrolment.text(answers, prefix + "Phone"));
    }

    /** As the fields of a form that begin with a prefix. */
    Map<String, Object> answers(String prefix) {
        return Map.of(
                prefix + "LastName", lastName,
                prefix + "FirstName", firstName,
                prefix + "Email", email,
                prefix + "Phone", shownPhone());
    }

    /** True for the same names, whatever the address and the phone. */
    boolean isSamePerson(Contact other) {
        return lastName.equals(other.lastName) && firstName.equals(other.firstName);
    }

    /** As people read it. */
    public String name() {
        return lastName + " " + firstName;
    }

    /** The phone as people read it. */
    public String shownPhone() {
        return FrenchPhone.shown(phone);
    }
}
