package org.navette.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.navette.directory.Adeli;
import org.navette.directory.Bic;
import org.navette.directory.BillingNumber;
import org.navette.directory.Cnie;
import org.navette.directory.CnssNumber;
import org.navette.directory.FrenchPhone;
import org.navette.directory.FrenchPostcode;
import org.navette.directory.Iban;
import org.navette.directory.Ice;
import org.navette.directory.Inpe;
import org.navette.directory.MoroccanGsm;
import org.navette.directory.Rpps;
import org.navette.directory.Siret;

/**
 * Identifiers that a text field can ask for by the custom property {@code check}: what people type is brought into its
 * plain form, then judged. The sentence is {@code forms.check.<name>}.
 */
enum NamedCheck {
    SIRET(Siret::plain, Siret::isValid),
    RPPS(Rpps::plain, Rpps::isValid),
    ADELI(Adeli::plain, Adeli::isValid),
    PHONE(FrenchPhone::plain, FrenchPhone::isValid),
    POSTCODE(FrenchPostcode::plain, FrenchPostcode::isValid),
    BILLING_NUMBER(BillingNumber::plain, BillingNumber::isValid),
    IBAN(Iban::plain, Iban::isValid),
    BIC(Bic::plain, Bic::isValid),
    INPE(Inpe::plain, Inpe::isValid),
    ICE(Ice::plain, Ice::isValid),
    CNSS_NUMBER(CnssNumber::plain, CnssNumber::isValid),
    CNIE(Cnie::plain, Cnie::isValid),
    MOROCCAN_GSM(MoroccanGsm::plain, MoroccanGsm::isValid);

    private final UnaryOperator<String> plain;
    private final Predicate<String> valid;

    NamedCheck(UnaryOperator<String> plain, Predicate<String> valid) {
        this.plain = plain;
        this.valid = valid;
    }

    /** The check of a name as forms write it, {@code billing-number}. */
    static Optional<NamedCheck> of(String name) {
        return Arrays.stream(values())
                .filter(check -> check.code().equals(name))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String plain(String typed) {
        return plain.apply(typed);
    }

    boolean accepts(String text) {
        return valid.test(text);
    }
}
