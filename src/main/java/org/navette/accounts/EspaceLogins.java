package org.navette.accounts;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The espaces of this application that people sign in to. */
@Component
public class EspaceLogins {

    private final Map<String, EspaceLogin> byEspace;

    EspaceLogins(List<EspaceLogin> logins) {
        byEspace = logins.stream().collect(Collectors.toUnmodifiableMap(EspaceLogin::espace, Function.identity()));
    }

    /** @throws NoSuchElementException when nobody signs in to such an espace */
    public EspaceLogin of(String espace) {
        var login = byEspace.get(espace);
        if (login == null) {
            throw new NoSuchElementException("no espace " + espace);
        }
        return login;
    }
}
