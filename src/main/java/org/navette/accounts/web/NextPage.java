package org.navette.accounts.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.EspaceLogin;

/** Where to go after signing in. */
final class NextPage {

    private static final int LONGEST = 2000;

    private NextPage() {}

    /** The page wanted before, when it is one of the espace's own, as a path; else the espace's home. */
    static String of(@Nullable String wanted, EspaceLogin login) {
        return wanted != null && isOwn(wanted, login) ? wanted : login.home();
    }

    private static boolean isOwn(String wanted, EspaceLogin login) {
        // what browsers read as a slash, or leave out, is in no path of ours; a brace would be a template variable
        if (wanted.length() > LONGEST || !wanted.matches("/[\\x21-\\x7e]*") || wanted.matches(".*[\\\\{}<>\"].*")) {
            return false;
        }
        try {
            var uri = new URI(wanted);
            String path = uri.getPath();
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && uri.normalize().getPath().equals(path)
                    && !path.contains("//")
                    && (path.equals(login.prefix()) || path.startsWith(login.prefix() + "/"))
                    && !path.startsWith(login.prefix() + LoginPage.PATH);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
