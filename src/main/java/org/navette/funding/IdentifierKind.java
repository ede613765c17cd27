package org.navette.funding;

/** The kinds of number by which beneficiaries are told apart. */
public enum IdentifierKind {
    FINESS_PMSI("finessPmsi", "Numéro FINESS PMSI"),
    FINESS("finess", "Numéro FINESS"),
    AM("am", "Numéro AM"),
    RPPS("rpps", "Numéro RPPS");

    private final String property;
    private final String label;

    IdentifierKind(String property, String label) {
        this.property = property;
        this.label = label;
    }

    /** Its property in the files. */
    public String property() {
        return property;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The label without the word "number": {@code RPPS}. */
    public String shortLabel() {
        return label.substring("Numéro ".length());
    }
}
