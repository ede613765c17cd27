package org.navette.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of an espace.
 *
 * @param title the espace's name
 * @param prefix the espace's path, e.g. {@code /partenaires}
 * @param organism name of the organism at work with, if one is chosen
 * @param scope what the page was opened for, e.g. the organism's code: what is sent from it comes back with it, so that
 *     another choice in another tab does not send it elsewhere
 * @param organismIsParticular true when its name stands out
 * @param person first and last name of who is signed in, if anyone
 * @param belonging the structure the person belongs to
 * @param menu the pages of the espace
 */
public record Shell(
        String title,
        String prefix,
        @Nullable String organism,
        @Nullable String scope,
        boolean organismIsParticular,
        @Nullable String person,
        @Nullable String belonging,
        List<Item> menu) {

    /** The name of the hidden field that carries {@link #scope}. */
    public static final String SCOPE_FIELD = "scope";

    /** The header that carries {@link #scope} where a page sends without a form. */
    public static final String SCOPE_HEADER = "X-Navette-Scope";

    /** A page in the menu. */
    public record Item(String label, String href, boolean current) {}
}
