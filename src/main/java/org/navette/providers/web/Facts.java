package org.navette.providers.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Persons;
import org.navette.directory.Inpe;
import org.navette.directory.MoroccanGsm;

/**
 * What people say of an establishment on the pages that are open to everyone; every part can be missing or wrong.
 *
 * @param inpe in its plain form
 * @param gsm in its plain form
 */
record Facts(String inpe, String email, String gsm) {

    static Facts of(@Nullable String inpe, @Nullable String email, @Nullable String gsm) {
        return new Facts(
                inpe == null ? "" : Inpe.plain(inpe),
                email == null ? "" : email.strip(),
                gsm == null ? "" : MoroccanGsm.plain(gsm));
    }

    /** What is wrong with the INPE; null when nothing is. */
    static @Nullable String inpeError(String inpe) {
        if (inpe.isEmpty()) {
            return "Saisissez l'INPE de l'établissement.";
        }
        return Inpe.isValid(inpe) ? null : "L'INPE compte neuf chiffres : vérifiez votre saisie.";
    }

    /** What is wrong with the three, by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        put(errors, "inpe", inpeError(inpe));
        put(errors, "email", emailError(email));
        put(errors, "gsm", gsmError(gsm));
        return errors;
    }

    /** What is wrong with the INPE and the address, by field. */
    Map<String, String> errorsWithoutGsm() {
        Map<String, String> errors = errors();
        errors.remove("gsm");
        return errors;
    }

    private static @Nullable String emailError(String email) {
        if (email.isEmpty()) {
            return "Saisissez l'adresse e-mail.";
        }
        return Persons.isEmail(email) ? null : "Saisissez une adresse e-mail, par exemple nom@exemple.ma.";
    }

    private static @Nullable String gsmError(String gsm) {
        if (gsm.isEmpty()) {
            return "Saisissez le numéro GSM.";
        }
        return MoroccanGsm.isValid(gsm)
                ? null
                : "Saisissez un numéro GSM marocain à dix chiffres, par exemple 06 12 34 56 78.";
    }

    private static void put(Map<String, String> errors, String field, @Nullable String error) {
        if (error != null) {
            errors.put(field, error);
        }
    }
}
