package org.navette.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * How people enter an espace. One bean of this type gives the espace its security chain and the pages around signing in
 * under its prefix; everything else under the prefix needs a signed-in person of the espace.
 *
 * @param espace the espace's code, {@code partners}
 * @param prefix the path before all its pages, {@code /partenaires}: a slash and one lower-case word
 * @param title as shown, {@code Espace Partenaires}
 * @param publicPaths further paths open to everyone, below the prefix and without it: {@code /aide/**}
 * @param openForms further pages that everyone may read and send, below the prefix and without it: {@code /contact}
 * @param loginName what people sign in with
 * @param registration path of the espace's own page where people open an account, below the prefix and without it, open
 *     to everyone; null when accounts are opened for them
 * @param ownAccount path of the espace's own page about the account of who is signed in, below the prefix; with it, people
 *     change their password and address themselves, on pages that lead back to it. Null when they do not
 */
public record EspaceLogin(
        String espace,
        String prefix,
        String title,
        List<String> publicPaths,
        List<String> openForms,
        LoginName loginName,
        @Nullable String registration,
        @Nullable String ownAccount) {

    public EspaceLogin {
        Assert.isTrue(espace.matches("[a-z]+"), "an espace's code is one lower-case word");
        Assert.isTrue(prefix.matches("/[a-z-]+"), "a prefix is a slash and one lower-case word");
        Assert.isTrue(registration == null || registration.matches("/[a-z-]+"), "a path is a slash and one word");
        Assert.isTrue(ownAccount == null || ownAccount.matches("(/[a-z-]+)+"), "a path is slashes and words");
        publicPaths = List.copyOf(publicPaths);
        openForms = List.copyOf(openForms);
    }

    /**
     * An espace whose accounts are opened for people, who sign in with an "identifiant".
     *
     * @param publicPaths below the prefix and without it
     */
    public static EspaceLogin of(String espace, String prefix, String title, String... publicPaths) {
        return new EspaceLogin(
                espace, prefix, title, Arrays.asList(publicPaths), List.of(), LoginName.IDENTIFIER, null, null);
    }

    /** The same, people signing in with their e-mail address. */
    public EspaceLogin byEmail() {
        return by(LoginName.EMAIL);
    }

    /** The same, people signing in with an identifier that the espace gave them, mailed again when they forget it. */
    public EspaceLogin byGivenName() {
        return by(LoginName.GIVEN);
    }

    /** The same, people saying who they are in several fields, on pages of the espace at the usual addresses. */
    public EspaceLogin byOwnPages() {
        return by(LoginName.COMPOSED);
    }

    private EspaceLogin by(LoginName name) {
        return new EspaceLogin(espace, prefix, title, publicPaths, openForms, name, registration, ownAccount);
    }

    /** The same, everyone reading and sending these pages of the espace. */
    public EspaceLogin withOpenForms(String... paths) {
        return new EspaceLogin(
                espace, prefix, title, publicPaths, Arrays.asList(paths), loginName, registration, ownAccount);
    }

    /** The same, people opening accounts for themselves on the espace's page at this path, {@code /inscription}. */
    public EspaceLogin withRegistration(String path) {
        return new EspaceLogin(espace, prefix, title, publicPaths, openForms, loginName, path, ownAccount);
    }

    /** The same, people changing their password and address themselves; the pages lead back to this path. */
    public EspaceLogin withOwnAccount(String path) {
        return new EspaceLogin(espace, prefix, title, publicPaths, openForms, loginName, registration, path);
    }

    /** Where people go once they are signed in: the prefix, or a page behind it where the prefix is everyone's. */
    public String home() {
        return publicPaths.contains("") ? prefix + "/accueil" : prefix;
    }

    /** Name of a session attribute that is forgotten when the person of this espace signs out or another signs in. */
    public String attribute(String name) {
        return attributes() + name;
    }

    /** What the names of all session attributes of the espace begin with. */
    public String attributes() {
        return "navette." + espace + ".";
    }

    /** The authority of everyone signed in to the espace, without {@code ROLE_}. */
    public String role() {
        return espace.toUpperCase(Locale.ROOT);
    }
}
