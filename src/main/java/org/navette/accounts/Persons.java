package org.navette.accounts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** How a person's name and e-mail address can be written. */
public final class Persons {

    /** Longest last name and first name. */
    public static final int LONGEST_NAME = 50;

    /** Longest e-mail address. */
    public static final int LONGEST_EMAIL = 254;

    /** as in the forms of requests: letters of Latin scripts, apostrophe, hyphen, space; a letter at least */
    private static final Pattern NAME = Pattern.compile("['’ -]*[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]['’ A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ-]*");

    private static final Pattern EMAIL = Pattern.compile("(?=.{1,64}@)"
            + "[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private Persons() {}

    /** True for a first or last name that can be stored and mailed: letters, no address of a page among them. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    /** True for one e-mail address, as the mail server takes it. */
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** The text as it is stored: accents composed, no blank at its ends. */
    public static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
