package org.navette.funding;

/** Whether the amounts that are paid include VAT; files write the constant's name. */
public enum VatRegime {
    HT("Hors taxe"),
    TTC("Toutes taxes comprises");

    private final String label;

    VatRegime(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
