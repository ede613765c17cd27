package org.navette.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a company works. Texts that are not known are empty.
 *
 * @param siret 14 digits, valid
 * @param name the sign above its door; empty when it has none of its own
 * @param phone ten digits, see {@link FrenchPhone#plain}
 * @param billingNumber the FNPS number, 9 digits; null before it has one
 */
public record Establishment(
        String siret,
        boolean headOffice,
        String name,
        Address address,
        String email,
        String phone,
        @Nullable LocalDate openedOn,
        @Nullable String billingNumber,
        List<TechnicalRepresentative> technicalRepresentatives) {

    public Establishment {
        technicalRepresentatives = List.copyOf(technicalRepresentatives);
    }

    /** The same one with another address, e-mail and phone. */
    Establishment with(Address address, String email, String phone) {
        return new Establishment(
                siret, headOffice, name, address, email, phone, openedOn, billingNumber, technicalRepresentatives);
    }

    /** The same one that bills under this number, or under none. */
    Establishment with(@Nullable String number) {
        return new Establishment(
                siret, headOffice, name, address, email, phone, openedOn, number, technicalRepresentatives);
    }

    /** The same one as the head office, or not. */
    Establishment with(boolean seat) {
        return new Establishment(
                siret, seat, name, address, email, phone, openedOn, billingNumber, technicalRepresentatives);
    }

    /** The same one with these representatives. */
    Establishment with(List<TechnicalRepresentative> all) {
        return new Establishment(siret, headOffice, name, address, email, phone, openedOn, billingNumber, all);
    }

    /** A French postal address. */
    public record Address(String line1, String line2, String postcode, String city) {}
}
