package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * What an espace puts around the pages of this module when somebody is signed in. Implemented by the espace, once at most;
 * without it the pages stand in the plain layout of the login page.
 */
public interface EspaceFrame {

    /** The espace's code. */
    String espace();

    /** What the layout needs of the model, by name: {@code shell}. */
    Map<String, Object> around(HttpServletRequest request);
}
