package org.navette.engine.web;

import org.jspecify.annotations.Nullable;
import org.navette.engine.AgentPassword;
import org.navette.engine.Agents;
import org.navette.engine.LoginThrottle;
import org.navette.engine.LoginThrottle.LoginThrottled;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in the engine's users, slowed down by account and address; a stranger's name takes the time of a wrong password. */
@Component
class AgentLogin {

    private static final int LONGEST_LOGIN = 64;

    private final AgentPassword passwords;
    private final Agents agents;
    private final LoginThrottle throttle;
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = encoder.encode("nobody signs in with this");

    AgentLogin(AgentPassword passwords, Agents agents, ObjectProvider<LoginThrottle> throttle) {
        this.passwords = passwords;
        this.agents = agents;
        this.throttle = throttle.getIfAvailable(() -> LoginThrottle.NONE);
    }

    /** For one chain: a provider that is a bean would become everybody's. */
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication typed) {
                return signIn(typed);
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
            }
        };
    }

    private Authentication signIn(Authentication typed) {
        String login = typed.getName().strip();
        String password = String.valueOf(typed.getCredentials());
        boolean possible = !login.isEmpty()
                && login.length() <= LONGEST_LOGIN
                // the database would not even compare them; HTTP's own fields pass no firewall
                && login.chars().noneMatch(Character::isISOControl)
                && password.length() <= AgentPassword.LONGEST;
        if (!possible) {
            throw new BadCredentialsException("wrong login or password");
        }
        String address =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            throttle.check(login, address);
        } catch (LoginThrottled e) {
            throw new LockedException("must wait", e);
        }
        // as it is written in the directory
        String known = agents.find(login).map(Agents.Person::login).orElse(null);
        if (!matches(known, password)) {
            throttle.failed(known, address);
            throw new BadCredentialsException("wrong login or password");
        }
        throttle.succeeded(login, address);
        var person = UsernamePasswordAuthenticationToken.authenticated(known, null, java.util.List.of());
        person.setDetails(typed.getDetails());
        return person;
    }

    private boolean matches(@Nullable String login, String password) {
        if (login == null) {
            encoder.matches(password, nobodys);
            return false;
        }
        return passwords.isOf(login, password);
    }
}
