package org.navette.funding;

import org.navette.directory.Iban;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who pays, and from which account.
 *
 * @param name of the account's holder
 * @param iban as printed or plain
 * @param bic of the account's bank
 */
@ConfigurationProperties("navette.funding.debtor")
public record Debtor(@DefaultValue("") String name, @DefaultValue("") String iban, @DefaultValue("") String bic) {

    public Debtor {
        iban = Iban.plain(iban);
    }

    /** @throws IllegalStateException when no file for a bank can be made with it */
    void check() {
        if (name.isBlank() || bic.isBlank() || !Iban.isValid(iban)) {
            throw new IllegalStateException("navette.funding.debtor.name, .iban and .bic must say who pays");
        }
    }
}
