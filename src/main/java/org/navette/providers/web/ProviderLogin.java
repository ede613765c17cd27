package org.navette.providers.web;

import org.navette.accounts.EspaceLogin;
import org.navette.accounts.PasswordLength;
import org.navette.providers.Providers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How establishments enter their espace, and what everyone may read and send in it (PROV-01, PROV-04, PROV-05). */
@Configuration(proxyBeanMethods = false)
class ProviderLogin {

    /** In characters, as the guide says (III). */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 8;

    @Bean
    EspaceLogin providersEspace() {
        return EspaceLogin.of(
                        Providers.ESPACE,
                        Paths.PREFIX,
                        "Portail des professionnels de santé",
                        "",
                        "/",
                        "/accessibilite",
                        "/mentions-legales")
                .byOwnPages()
                .withOpenForms(
                        Paths.JOIN,
                        Paths.JOIN + "/**",
                        Paths.RESET,
                        Paths.RESET + "/**",
                        Paths.FOLLOW,
                        Paths.FOLLOW + "/**")
                .withOwnAccount(Paths.ACCOUNT);
    }

    /** The passwords of the CNSS's guide, where it is asked for (PROV-06). */
    @Bean
    @ConditionalOnProperty(name = "navette.providers.password-policy", havingValue = "guide")
    PasswordLength guidePasswords() {
        return new PasswordLength(Providers.ESPACE, SHORTEST, LONGEST);
    }
}
