package org.navette.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Entrance;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.SignIn;
import org.springframework.stereotype.Component;

/** Keeps who has signed in in the part of the session that belongs to the espace. */
@Component
class SessionEntrance implements Entrance {

    private static final Map<String, String> NOTICES = Map.of(
            "deconnexion", "Vous êtes déconnecté.",
            "expiree", "Votre session a pris fin. Reconnectez-vous pour continuer.",
            "mot-de-passe", "Votre mot de passe est enregistré. Vous pouvez vous connecter.",
            "confirmation", "Votre adresse e-mail est confirmée. Vous pouvez vous connecter.",
            "courriel", "Votre nouvelle adresse e-mail est enregistrée.");

    private final SignIn signIn;

    SessionEntrance(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Optional<String> enter(
            EspaceLogin espace,
            String login,
            String password,
            @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signIn.attempt(espace.espace(), login, password, request.getRemoteAddr())
                .map(person -> {
                    new EspaceSession(espace).open(person, request, response);
                    return NextPage.of(suite, espace);
                });
    }

    @Override
    public Optional<String> notice(@Nullable String state) {
        return Optional.ofNullable(state).map(NOTICES::get);
    }
}
