package org.navette.accounts;

import java.util.Locale;

/** What people of an espace call what they sign in with. */
public enum LoginName {
    IDENTIFIER("Identifiant (adresse e-mail)", "text", "Identifiant"),
    /** what the espace called the account; people may forget it */
    GIVEN("Identifiant", "text", "Identifiant"),
    /** the login is the e-mail address, and follows it when it changes */
    EMAIL("Adresse e-mail", "email", "Adresse e-mail"),
    /** more than one field tells who it is: the espace asks for them on its own pages, and mails new passwords itself */
    COMPOSED("Identifiant", "text", "Identifiant");

    private final String label;
    private final String type;
    private final String word;

    LoginName(String label, String type, String word) {
        this.label = label;
        this.type = type;
        this.word = word;
    }

    /** The label of its field. */
    public String label() {
        return label;
    }

    /** The HTML type of its field. */
    public String type() {
        return type;
    }

    /** The keyboard that phones show for it. */
    public String keyboard() {
        return this == GIVEN ? "text" : "email";
    }

    /** True when it is not an address, so that people may have to ask for it. */
    public boolean canBeForgotten() {
        return this == GIVEN;
    }

    /** True when the pages around signing in are the espace's own. */
    public boolean isAskedByEspace() {
        return this == COMPOSED;
    }

    /** The word at the beginning of a sentence. */
    public String first() {
        return word;
    }

    /** The word with "cet" or "cette". */
    public String that() {
        return (this == EMAIL ? "cette " : "cet ") + within();
    }

    /** The word within a sentence. */
    public String within() {
        return word.toLowerCase(Locale.FRENCH);
    }
}
