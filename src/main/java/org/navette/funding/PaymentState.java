package org.navette.funding;

/** How far the payment of a request is (FUND-14). */
public enum PaymentState {
    NONE("Aucun paiement en cours"),
    UNDER_WAY("Paiement en cours"),
    DONE("Paiement effectué");

    private final String label;

    PaymentState(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
