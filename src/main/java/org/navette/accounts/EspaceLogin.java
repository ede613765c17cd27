package org.navette.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.Assert;

/**
 * How people enter an espace. One bean of this type gives the espace its security chain and the pages around signing in
 * under its prefix; everything else under the prefix needs a signed-in person of the espace.
 *
 * @param espace the espace's code, {@code partners}
 * @param prefix the path before all its pages, {@code /partenaires}: a slash and one lower-case word
 * @param title as shown, {@code Espace Partenaires}
 * @param publicPaths further paths open to everyone, below the prefix and without it: {@code /aide/**}
 */
public record EspaceLogin(String espace, String prefix, String title, List<String> publicPaths) {

    public EspaceLogin {
        Assert.isTrue(espace.matches("[a-z]+"), "an espace's code is one lower-case word");
        Assert.isTrue(prefix.matches("/[a-z-]+"), "a prefix is a slash and one lower-case word");
        publicPaths = List.copyOf(publicPaths);
    }

    /** @param publicPaths below the prefix and without it */
    public static EspaceLogin of(String espace, String prefix, String title, String... publicPaths) {
        return new EspaceLogin(espace, prefix, title, Arrays.asList(publicPaths));
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
