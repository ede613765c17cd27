package org.navette.directory;

/** The families of software that the Ségur funds: hospitals, town medicine…. */
public enum Couloir {
    HOP("Hôpital"),
    MDV("Médecine de ville"),
    RAD("Radiologie"),
    PHA("Pharmacie"),
    BIO("Biologie"),
    MS1("Médico-social"),
    MSS("MSSanté opérateur"),
    SAS("SAS");

    private final String label;

    Couloir(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
