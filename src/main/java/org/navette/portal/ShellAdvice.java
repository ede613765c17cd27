package org.navette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.navette.accounts.EspaceFrame;
import org.navette.accounts.PlaceArguments;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the {@link Shell} of an espace around every page of it, those about one's own account too. The espace extends it
 * with a controller advice for its own package.
 *
 * @param <T> the place that who is signed in has in the espace
 */
public abstract class ShellAdvice<T> implements EspaceFrame {

    private static final String SHELL = "shell";

    private final PlaceArguments<T> places;

    protected ShellAdvice(PlaceArguments<T> places) {
        this.places = places;
    }

    /**
     * What stands around a page.
     *
     * @param place that of who is signed in; empty on pages that everyone may read, or before one is chosen
     */
    protected abstract Shell shell(Optional<T> place, HttpServletRequest request);

    /** The shell of the page that is asked for. */
    @ModelAttribute(SHELL)
    public final Shell shell(HttpServletRequest request) {
        return shell(places.of(request), request);
    }

    @Override
    public final String espace() {
        return places.espace();
    }

    @Override
    public final Map<String, Object> around(HttpServletRequest request) {
        return Map.of(SHELL, shell(request));
    }
}
