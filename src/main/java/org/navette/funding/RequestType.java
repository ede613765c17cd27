package org.navette.funding;

import java.util.Arrays;
import java.util.Optional;

/** What a request asks for: money at the order, or the rest at the invoice. */
public enum RequestType {
    ADVANCE("AVANCE", "Avance"),
    BALANCE("SOLDE", "Solde");

    private final String code;
    private final String label;

    RequestType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As files and forms write it. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The property of the files that holds the amount without VAT, of the order or of the invoice. */
    String amountProperty() {
        return this == ADVANCE ? "montantSegurHT" : "montantSegurHTFacture";
    }

    /** The type with this code, exactly. */
    public static Optional<RequestType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
