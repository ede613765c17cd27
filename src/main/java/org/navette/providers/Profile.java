package org.navette.providers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an account of an establishment is for: each establishment has one of each (guide, I-3). */
public enum Profile {
    /** admission of patients: rights and prior agreements */
    PEC("Prises en charge", "pec"),
    /** billing: reimbursement files and payments */
    PAYMENTS("Paiements", "paiements");

    private final String label;
    private final String code;

    Profile(String label, String code) {
        this.label = label;
        this.code = code;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** As addresses and forms send it. */
    public String code() {
        return code;
    }

    /** All of them, label by code, in their order. */
    public static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Profile profile : values()) {
            labels.put(profile.code, profile.label);
        }
        return labels;
    }

    /** The profile of a code; nothing for any other text. */
    public static Optional<Profile> of(String code) {
        return Arrays.stream(values())
                .filter(profile -> profile.code.equals(code))
                .findFirst();
    }
}
