package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.portal.Shell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A second espace, in tests only: what is said of one must hold for each, and between two. */
@Configuration(proxyBeanMethods = false)
class TrialEspace {

    static final String PREFIX = "/essai";
    static final String PASSWORD = "une navette qui revient";

    @Bean
    EspaceLogin trialLogin() {
        return EspaceLogin.of("trial", PREFIX, "Espace d'essai", "/ouvert")
                .byEmail()
                .withRegistration("/inscription")
                .withOwnAccount("/compte");
    }

    /** What an espace puts around the pages about one's own account. */
    @Bean
    EspaceFrame trialFrame() {
        return new EspaceFrame() {
            @Override
            public String espace() {
                return "trial";
            }

            @Override
            public Map<String, Object> around(HttpServletRequest request) {
                String person =
                        CurrentAccount.of(request).map(Account::displayName).orElse(null);
                var item = new Shell.Item("Mon compte", PREFIX + "/compte", true);
                return Map.of(
                        "shell", new Shell("Espace d'essai", PREFIX, null, null, false, person, null, List.of(item)));
            }
        };
    }

    @RestController
    static class Pages {

        @GetMapping(PREFIX)
        ResponseEntity<Void> home() {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(PREFIX + "/compte/courriel"))
                    .build();
        }

        @GetMapping(PREFIX + "/qui")
        String who(@AuthenticationPrincipal SignedIn person) {
            return person.displayName();
        }

        @PostMapping(PREFIX + "/agir")
        String act(@AuthenticationPrincipal SignedIn person) {
            return "fait par " + person.displayName();
        }

        @GetMapping(PREFIX + "/interdit")
        String forbidden() {
            throw new AccessDeniedException("not theirs");
        }

        @GetMapping(PREFIX + "/inscription")
        String register() {
            return "inscription";
        }

        @PostMapping(PREFIX + "/inscription")
        String registered() {
            return "inscription reçue";
        }

        @GetMapping(PREFIX + "/ouvert")
        String open() {
            return "ouvert";
        }
    }

    /** Accounts for tests, each with a login of its own. */
    @Component
    static class People {

        private final Accounts accounts;

        People(Accounts accounts) {
            this.accounts = accounts;
        }

        /** Someone who can sign in to the trial espace with {@link #PASSWORD}. */
        Account inTrial() {
            return in("trial");
        }

        Account in(String espace) {
            String login = login();
            return accounts.createActivated(espace, login, login, "Ada", "Essai", PASSWORD);
        }

        static String login() {
            return "ada." + UUID.randomUUID() + "@exemple.fr";
        }
    }
}
