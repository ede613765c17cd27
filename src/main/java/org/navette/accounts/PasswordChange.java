package org.navette.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody who is signed in types to change their password.
 *
 * @param current the present one
 * @param password the new one
 * @param confirmation the new one once more
 */
public record PasswordChange(String current, String password, String confirmation) {

    /** The name of the field of the present password, beside which the three words below are shown. */
    public static final String CURRENT = "current";

    public static final String MISSING = "Saisissez votre mot de passe actuel.";
    public static final String WRONG = "Ce n'est pas votre mot de passe actuel.";
    public static final String TOO_MANY = "Trop de tentatives. Réessayez dans quelques instants.";

    /**
     * What is wrong before the present password is looked at, by field, in the order of the page; empty when nothing is.
     *
     * @param problems what the policy says of the new one
     */
    public Map<String, List<String>> errors(List<String> problems) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (current.isEmpty()) {
            errors.put(CURRENT, List.of(MISSING));
        }
        if (!problems.isEmpty()) {
            errors.put("password", problems);
        } else if (password.equals(current)) {
            errors.put("password", List.of("Le nouveau mot de passe doit être différent de l'actuel."));
        }
        if (!password.equals(confirmation)) {
            errors.put("confirmation", List.of("Les deux mots de passe ne sont pas identiques."));
        }
        return errors;
    }
}
