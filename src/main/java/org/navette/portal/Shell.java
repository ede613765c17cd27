package org.navette.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of an espace.
 *
 * @param title the espace's name
 * @param prefix the espace's path, e.g. {@code /partenaires}
 * @param organism name of the organism at work with, if one is chosen
 * @param organismIsParticular true when its name stands out
 * @param person first and last name of who is signed in, if anyone
 * @param belonging the structure the person belongs to
 * @param menu the pages of the espace
 */
public record Shell(
        String title,
        String prefix,
        @Nullable String organism,
        boolean organismIsParticular,
        @Nullable String person,
        @Nullable String belonging,
        List<Item> menu) {

    /** A page in the menu. */
    public record Item(String label, String href, boolean current) {}
}
