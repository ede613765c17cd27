package org.navette.providers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CareEstablishment;

/**
 * Who is signed in: an account of one establishment and one profile. Every query is scoped to its establishment.
 *
 * @param account its id in accounts
 * @param login what a secondary account is called in its establishment and profile; null for the principal one
 */
public record ProviderAccount(UUID account, CareEstablishment establishment, Profile profile, @Nullable String login) {

    /** True for the account that manages the others of its profile. */
    public boolean isPrincipal() {
        return login == null;
    }

    /** What mails and pages call the account. */
    public String label() {
        return label(establishment.inpe(), profile, login);
    }

    static String label(String inpe, Profile profile, @Nullable String login) {
        return "INPE " + inpe + ", profil " + profile.label() + ", compte "
                + (login == null ? "principal" : "secondaire «\u00a0" + login + "\u00a0»");
    }

    /** The login that the accounts know: one text of the three things that people type. */
    static String composed(String inpe, Profile profile, @Nullable String login) {
        return inpe + "/" + profile + (login == null ? "" : "/" + login);
    }
}
