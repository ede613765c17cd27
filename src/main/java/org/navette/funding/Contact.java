package org.navette.funding;

import org.navette.directory.FrenchPhone;

/**
 * A natural person of a supplier: its legal representative, or who asks for it.
 *
 * @param phone ten digits
 */
public record Contact(String lastName, String firstName, String email, String phone) {

    /** As people read it. */
    public String name() {
        return lastName + " " + firstName;
    }

    /** The phone as people read it. */
    public String shownPhone() {
        return FrenchPhone.shown(phone);
    }
}
